using Residuum.Discovery.Libraries;
using Residuum.Discovery.Regression;

namespace Residuum.Discovery;

/// <summary>What was found in one field's equation.</summary>
public sealed record FieldResult
{
    /// <summary>Name of the field.</summary>
    public required string Field { get; init; }

    /// <summary>The candidate terms.</summary>
    public required TermLibrary Library { get; init; }

    /// <summary>The terms that were found, in library order.</summary>
    public required IReadOnlyList<FoundTerm> Terms { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What is left of the increments, and what noise explains.</summary>
    public required ResidualReport Residual { get; init; }

    /// <summary>Error against number of terms; none where nothing was regressed.</summary>
    public required ParetoFront? Front { get; init; }

    /// <summary>Largest wave number kept.</summary>
    public required double Cutoff { get; init; }

    /// <summary>Standard deviation of the observation noise: given, or seen as a floor of the spectrum.</summary>
    public required double NoiseDeviation { get; init; }

    /// <summary>Mean periodogram of the observed states by mode, as variance per orthonormal row, <c>[modes]</c>.</summary>
    public double[] ObservedPower { get; init; } = [];

    /// <summary>What speaks for and against every candidate, in library order; empty where nothing was regressed.</summary>
    public IReadOnlyList<TermEvidence> Evidence { get; init; } = [];

    /// <summary>Coefficients of the whole library, <c>[terms]</c>; 0 where a term was not found.</summary>
    public double[] Coefficients => [.. Library.Terms.Select(term => Terms.FirstOrDefault(found => found.Term.Name == term.Name)?.Coefficient ?? 0)];

    /// <summary>Names of the terms that were found.</summary>
    public IReadOnlyList<string> Support => [.. Terms.Select(found => found.Term.Name)];
}
