using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Skill;

public sealed class StabilityTests
{
    private static readonly KuramotoSivashinsky Truth = new(FourierGrid.Periodic(22, 32));
    private static readonly PeriodicSolver Solver = Truth.With(TimeScheme.Etdrk4, 0.05);

    [Fact]
    public void The_true_system_stays_bounded_and_damps_short_waves()
    {
        var check = StabilityCheck.Of(Solver, [Start()], 0.1, 2000);
        Assert.True(check.IsStable);
        Assert.Equal(new LeadingOperator("u", "u_xxxx", -1, true), Assert.Single(check.Operators));
        Assert.Equal(100, check.Time, 1e-9);
    }

    [Theory]
    [InlineData("u_xxxx", 1.2)]
    [InlineData("u_xxxxxx", -0.001)]
    public void An_operator_that_amplifies_short_waves_is_flagged(string term, double coefficient)
    {
        // (iκ)⁴ = κ⁴ and -(iκ)⁶ = κ⁶ grow.
        var wrong = Solver.WithTerms([new AddedTerm(Term.Parse(term, ["u"]), coefficient)]);
        var check = StabilityCheck.Of(wrong, [Start()], 0.1, 20);
        Assert.Equal(term, Assert.Single(check.Operators).Term);
        Assert.False(check.IsStable);
    }

    [Fact]
    public void A_blow_up_is_reported_with_its_time()
    {
        var growing = Solver.WithTerms([new AddedTerm(Term.Parse("u^3", ["u"]), 5)]);
        var check = StabilityCheck.Of(growing, [Start()], 0.1, 2000);
        Assert.InRange(check.BlowUpTime!.Value, 0.01, 20);
        Assert.False(check.IsStable);
    }

    private static StateBatch Start() => new(Solver.Layout, 1, Truth.InitialState(1));
}
