namespace Residuum.Discovery.Observations;

/// <summary>What quality control found: samples dropped, each with its name and reason.</summary>
/// <param name="Examined">Samples examined.</param>
/// <param name="Dropped">Samples dropped, in their order.</param>
public sealed record QualityReport(int Examined, IReadOnlyList<DroppedSample> Dropped)
{
    /// <summary>Samples kept.</summary>
    public int Kept => Examined - Dropped.Count;
}

/// <summary>A sample that quality control dropped.</summary>
/// <param name="Sample">Its place in the file, from 0.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">What is wrong with it: kind, field, lag and grid point.</param>
public sealed record DroppedSample(int Sample, string Name, string Reason);
