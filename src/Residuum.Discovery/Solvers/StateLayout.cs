namespace Residuum.Discovery.Solvers;

/// <summary>How one state is laid out: fields, each on the same periodic grid of points.</summary>
/// <param name="Fields">Names of the fields, such as <c>u</c>, in storage order.</param>
/// <param name="Points">Grid points of each field.</param>
/// <param name="Length">Length of the periodic domain, in the model's unit of length.</param>
public sealed record StateLayout(IReadOnlyList<string> Fields, int Points, double Length)
{
    /// <summary>Numbers in one state: fields times points.</summary>
    public int Size => Fields.Count * Points;

    /// <summary>Distance between neighbouring points.</summary>
    public double Spacing => Length / Points;
}
