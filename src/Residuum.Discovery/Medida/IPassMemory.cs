namespace Residuum.Discovery;

/// <summary>Keeps the passes of a discovery, so that one that was interrupted goes on where it was and ends with the same result.</summary>
public interface IPassMemory
{
    /// <summary>The latest state of an attempt; null where none was kept.</summary>
    /// <param name="attempt">Attempt at a band limit, from 1.</param>
    PassState? Recall(int attempt);

    /// <summary>Keeps a state in place of the last one of this attempt.</summary>
    /// <param name="attempt">Attempt at a band limit, from 1.</param>
    /// <param name="state">The state.</param>
    void Keep(int attempt, PassState state);
}

/// <summary>All that the passes to come depend on.</summary>
/// <param name="Records">The passes so far.</param>
/// <param name="Next">Coefficients that the next pass starts from, <c>[fields][terms]</c>.</param>
/// <param name="Given">Mean square of each field's increments of the model as given, by which later ones are measured.</param>
/// <param name="Change">How much they differ from those before: see <see cref="PassRecord.Change"/>.</param>
public sealed record PassState(IReadOnlyList<PassRecord> Records, IReadOnlyList<double[]> Next, double[] Given, double Change);
