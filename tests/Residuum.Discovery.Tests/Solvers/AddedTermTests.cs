using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Tests.Solvers;

/// <summary>u' = -u by the child, c u² added: the logistic equation, u = u₀ e^{-t} / (1 - c u₀ (1 - e^{-t})).</summary>
[Trait("Needs", "python")]
public class AddedTermTests
{
    private const double C = 0.4, T = 0.4;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_term_added_by_forcing_or_by_splitting_solves_the_sum_to_second_order(bool forcing)
    {
        double coarse = Error(forcing, steps: 8), fine = Error(forcing, steps: 16);
        Assert.InRange(fine, 1e-7, 1e-3);
        Assert.InRange(Math.Log2(coarse / fine), 1.7, 2.3);
    }

    [Fact]
    public void The_entry_says_how_terms_enter()
    {
        using var forced = new WaywardSolver("good", options => options with { Forcing = true });
        using var split = new WaywardSolver("good");
        Assert.Equal((TermEntry.InsideStep, TermEntry.Splitting), (forced.Solver.Entry, split.Solver.Entry));
    }

    [Theory]
    [InlineData(true, 1, 5)] // four steps, and the prediction of the first
    [InlineData(true, 0, 2)]
    [InlineData(false, 1, 4)]
    [InlineData(false, 2, 2)]
    [InlineData(false, 0, 1)]
    public void Calls_cost_what_the_options_say(bool forcing, int stepsPerCall, int calls)
    {
        using var own = Own(forcing, 4, stepsPerCall);
        Corrected(own).Run([WaywardSolver.Starts(2)], T);
        Assert.Equal(calls, own.Solver.Calls);
    }

    [Fact]
    public void Terms_add_up()
    {
        using var own = Own(forcing: false, steps: 4, stepsPerCall: 1);
        var starts = WaywardSolver.Starts(2);
        var twice = own.Solver.WithTerms([Term(C / 2)]).WithTerms([Term(C / 2)]).Run([starts], T).States;
        var once = own.Solver.WithTerms([Term(C)]).Run([starts], T).States;
        Assert.Equal(once.Values, twice.Values, (a, b) => Math.Abs(a - b) < 1e-13);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_member_that_blows_up_by_the_term_stays_behind(bool forcing)
    {
        using var own = Own(forcing, steps: 4, stepsPerCall: 1);
        var starts = WaywardSolver.Starts(3);
        starts.State(1).Fill(1e170);
        var forecast = Corrected(own).Run([starts], T);
        Assert.Equal([1], forecast.Failures.Select(failure => failure.Member));
        Assert.Equal(Exact(starts.State(2)[3]), forecast.States.State(2)[3], 1e-2);
    }

    private static double Error(bool forcing, int steps)
    {
        using var own = Own(forcing, steps, stepsPerCall: 1);
        var starts = WaywardSolver.Starts(2);
        var end = Corrected(own).Run([starts], T).States;
        return Enumerable.Range(0, end.Values.Length).Max(i => Math.Abs(end.Values[i] - Exact(starts.Values[i])));
    }

    private static WaywardSolver Own(bool forcing, int steps, int stepsPerCall) =>
        new("good", options => options with { Forcing = forcing, Step = T / steps, StepsPerCall = stepsPerCall });

    private static ISolver Corrected(WaywardSolver own) => own.Solver.WithTerms([Term(C)]);

    private static AddedTerm Term(double coefficient) => new(Libraries.Term.Parse("u^2", ["u"]), coefficient);

    private static double Exact(double start) => start * Math.Exp(-T) / (1 - (C * start * (1 - Math.Exp(-T))));
}
