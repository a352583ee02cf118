namespace Residuum.Discovery.Solvers;

/// <summary>What a check of a solver found.</summary>
/// <param name="Findings">One per property of the contract, in the order of the checks.</param>
/// <param name="ObservedOrder">Order in time from three step lengths; NaN where it could not be measured.</param>
public sealed record SolverCheckResult(IReadOnlyList<SolverFinding> Findings, double ObservedOrder)
{
    /// <summary>Whether no property is broken.</summary>
    public bool Passed => Findings.All(finding => finding.Verdict != SolverVerdict.Broken);
}

/// <summary>One property of the contract and how the solver keeps it.</summary>
/// <param name="Property">Name of the property, such as <c>determinism</c>.</param>
/// <param name="Verdict">Kept, broken or not tested.</param>
/// <param name="Measured">What was seen, in words and numbers.</param>
/// <param name="Remedy">Where it is broken or not tested: what that means and what to do; otherwise empty.</param>
public sealed record SolverFinding(string Property, SolverVerdict Verdict, string Measured, string Remedy = "");

/// <summary>How a solver keeps a property of its contract.</summary>
public enum SolverVerdict
{
    /// <summary>As it should.</summary>
    Kept,

    /// <summary>It does not.</summary>
    Broken,

    /// <summary>It could not be tested.</summary>
    NotTested,
}
