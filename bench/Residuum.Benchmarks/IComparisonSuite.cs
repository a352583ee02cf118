namespace Residuum.Benchmarks;

/// <summary>Comparisons of one method: they share their input.</summary>
public interface IComparisonSuite
{
    /// <summary>Writes the input for the peers.</summary>
    /// <param name="folder">Where to.</param>
    void Write(string folder);

    /// <summary>The comparisons.</summary>
    IEnumerable<Comparison> Comparisons();
}
