using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Solvers;

/// <summary>What a check of a solver found.</summary>
/// <param name="Findings">One per property of the contract, in the order of the checks.</param>
/// <param name="ObservedOrder">Order in time from three step lengths; NaN where it could not be measured.</param>
public sealed record SolverCheckResult(IReadOnlyList<SolverFinding> Findings, double ObservedOrder) : IVerbResult
{
    /// <summary>Whether no property is broken.</summary>
    public bool Passed => Findings.All(finding => finding.Verdict != SolverVerdict.Broken);

    /// <inheritdoc/>
    public void Write(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Table(["property", "verdict", "measured"], Findings.Select(finding => new[] { finding.Property, Word(finding.Verdict), finding.Measured }));
        foreach (var finding in Findings.Where(finding => finding.Verdict != SolverVerdict.Kept)) page.Line($"{finding.Property}: {finding.Remedy}");
        page.Line(Passed ? "the solver keeps the contract" : "the solver breaks the contract: what it finds can not be trusted until that is mended");
    }

    /// <inheritdoc/>
    public Outcome Outcome() => Passed ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.Failed;

    private static string Word(SolverVerdict verdict) => verdict switch
    {
        SolverVerdict.Kept => "kept",
        SolverVerdict.Broken => "BROKEN",
        _ => "not tested",
    };
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
