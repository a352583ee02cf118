using static TorchSharp.torch;

namespace Residuum.Neural.Training;

/// <summary>How far training has come: with the weights and the optimizer's memory, all that its future depends on.</summary>
internal sealed class TrainingState : IDisposable
{
    /// <summary>Steps taken.</summary>
    public long Step => Losses.Count;

    /// <summary>Loss of each step.</summary>
    public List<double> Losses { get; } = [];

    /// <summary>Best score of the validation; infinite before the first.</summary>
    public double BestScore { get; set; } = double.PositiveInfinity;

    /// <summary>Steps taken when it was best.</summary>
    public long BestStep { get; set; }

    /// <summary>Judgements since then.</summary>
    public int Waited { get; set; }

    /// <summary>Weights when it was best, by parameter; empty without a validation.</summary>
    public Dictionary<string, Tensor> BestWeights { get; } = new(StringComparer.Ordinal);

    public void KeepBest(string name, Tensor weights)
    {
        if (BestWeights.TryGetValue(name, out var before)) before.Dispose();
        using var scope = NewDisposeScope();
        BestWeights[name] = weights.detach().clone().DetachFromDisposeScope();
    }

    public void Dispose()
    {
        foreach (var weights in BestWeights.Values) weights.Dispose();
        BestWeights.Clear();
    }
}
