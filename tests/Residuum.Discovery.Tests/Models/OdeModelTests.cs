using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Models;

public sealed class OdeModelTests
{
    [Fact]
    public void The_unrolled_small_scale_runs_round_the_whole_circle()
    {
        var model = new TwoLevelLorenz96(5, 3) { Coupling = 0 };
        var random = new Numerics.Random.RandomStream(1, "state");
        double[] state = new double[model.Layout.Size];
        random.Normal(state);
        double[] f = model.TendencyOf(state);
        double Y(int place) => state[((((place + 15) % 15 % 3) + 1) * 5) + ((place + 15) % 15 / 3)];
        for (int place = 0; place < 15; place++)
        {
            double expected = (100 * Y(place + 1) * (Y(place - 1) - Y(place + 2))) - (10 * Y(place));
            Assert.Equal(expected, f[(((place % 3) + 1) * 5) + (place / 3)], 1e-10);
        }
    }

    [Fact]
    public void Members_run_alike_alone_and_in_a_batch()
    {
        var solver = new OdeSolver(new Lorenz96());
        var random = new Numerics.Random.RandomStream(2, "members");
        var batch = new StateBatch(solver.Layout, 300);
        random.Normal(batch.Values);
        var together = solver.Run([batch], 0.5).States;
        for (int member = 0; member < batch.Members; member += 37)
        {
            var alone = solver.Run([new StateBatch(solver.Layout, 1, batch.State(member).ToArray())], 0.5).States;
            Assert.Equal(alone.Values, together.State(member).ToArray());
        }
    }

    [Theory]
    [InlineData("x_x")]
    [InlineData("x*x_xx")]
    [InlineData("dx(x^2)")]
    public void A_term_with_a_derivative_in_space_is_refused(string text)
    {
        var solver = new OdeSolver(new Lorenz96());
        var error = Assert.Throws<UserError>(() => solver.WithTerms([new AddedTerm(Term.Parse(text, solver.Layout.Fields), 1)]));
        Assert.Contains("no derivatives in space", error.Message);
    }

    [Fact]
    public void A_term_enters_the_equation_of_its_field_only()
    {
        var solver = new OdeSolver(new Lorenz63 { Beta = 2 });
        var mended = solver.WithTerms([new AddedTerm(Term.Parse("z", solver.Layout.Fields), 2 - (8.0 / 3), Field: 2)]);
        var start = new StateBatch(solver.Layout, 1, solver.Model.GoodState);
        double[] expected = new OdeSolver(new Lorenz63()).Run([start], 0.5).States.Values;
        Assert.All(mended.Run([start], 0.5).States.Values.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-10));
    }

    [Fact]
    public void A_member_that_overflows_is_named_and_the_others_go_on()
    {
        var solver = new OdeSolver(new Lorenz63());
        var starts = new StateBatch(solver.Layout, 2, [1, 1, 1, 1e200, 1e200, 1]);
        var forecast = solver.Run([starts], 0.1);
        Assert.Equal([1], forecast.Failures.Select(failure => failure.Member));
        Assert.All(forecast.States.State(1).ToArray(), value => Assert.True(double.IsNaN(value)));
        Assert.All(forecast.States.State(0).ToArray(), value => Assert.True(double.IsFinite(value)));
    }
}
