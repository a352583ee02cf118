namespace Residuum.Discovery.Regression;

/// <summary>The best model of a given number of terms.</summary>
/// <param name="size">Number of terms; at most as many as there are columns.</param>
public sealed class FixedSize(int size) : PathRule
{
    /// <inheritdoc/>
    public override string Name => "fixed-size";

    /// <inheritdoc/>
    public override int Terms(SelectionProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Math.Min(size, problem.Path.Count - 1);
    }
}
