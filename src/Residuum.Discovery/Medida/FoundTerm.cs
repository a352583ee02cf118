using Residuum.Discovery.Libraries;

namespace Residuum.Discovery;

/// <summary>A term that the model is missing (or has too much of, with a negative sign).</summary>
/// <param name="Term">The term.</param>
/// <param name="Coefficient">Its coefficient on the right-hand side.</param>
/// <param name="StandardError">Standard error, from the spread between samples; NaN with fewer than two samples.</param>
/// <param name="InclusionProbability">Part of the bootstrap replicates that keep it; NaN without replicates.</param>
public sealed record FoundTerm(Term Term, double Coefficient, double StandardError, double InclusionProbability)
{
    /// <summary>The coefficient fitted without the held-out samples: what these are forecast with.</summary>
    public double Trained { get; init; } = Coefficient;
}
