using Residuum.Discovery.Models;
using Residuum.Discovery.Solvers;

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
