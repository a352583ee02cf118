using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Tests.Solvers;

[Trait("Needs", "python")]
public class SolverCheckTests
{
    [Fact]
    public void A_solver_that_keeps_the_contract_passes_and_its_order_is_seen()
    {
        using var own = new WaywardSolver("euler", options => options with { Order = 1 });
        var result = SolverCheck.Run(own.Solver, [WaywardSolver.Starts(5)], 0.1, new SolverCheckOptions());
        Assert.True(result.Passed);
        Assert.All(result.Findings, finding => Assert.Equal(SolverVerdict.Kept, finding.Verdict));
        Assert.Equal(1, result.ObservedOrder, 0.05);
    }

    [Theory]
    [InlineData("random", "determinism", "fix the random seed")]
    [InlineData("coupled", "batch = serial", "must not feel the others")]
    [InlineData("reversed", "member order", "in the order in which they were read")]
    [InlineData("rounded", "restart invariance", "with all digits")]
    [InlineData("no-dt", "order in time", "{steps}")]
    [InlineData("exit", "finite forecasts", "mend this first")]
    public void What_breaks_the_contract_is_named_with_its_remedy(string mode, string property, string remedy)
    {
        using var own = new WaywardSolver(mode);
        var result = SolverCheck.Run(own.Solver, [WaywardSolver.Starts(3, unlucky: [1])], 0.1, new SolverCheckOptions());
        Assert.False(result.Passed);
        var finding = result.Findings.Single(finding => finding.Property == property);
        Assert.Equal(SolverVerdict.Broken, finding.Verdict);
        Assert.Contains(remedy, finding.Remedy);
        Assert.NotEmpty(finding.Measured);
    }

    [Fact]
    public void A_lower_order_than_claimed_is_broken()
    {
        using var own = new WaywardSolver("euler", options => options with { Order = 2 });
        var order = SolverCheck.Run(own.Solver, [WaywardSolver.Starts(2)], 0.1, new SolverCheckOptions { Members = 2 }).Findings.Single(finding => finding.Property == "order in time");
        Assert.Equal(SolverVerdict.Broken, order.Verdict);
        Assert.Contains("claimed 2", order.Measured);
    }
}
