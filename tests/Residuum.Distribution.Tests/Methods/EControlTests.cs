using Residuum.Distribution.Compressors;
using Residuum.Distribution.Methods;
using Residuum.Distribution.Problems;
using Residuum.Distribution.Runs;
using Residuum.Numerics.Errors;
using static Residuum.Distribution.Tests.Methods.Laws;

namespace Residuum.Distribution.Tests.Methods;

public sealed class EControlTests
{
    [Theory]
    [InlineData(0.02, 3)]
    [InlineData(0.3, 5)]
    [InlineData(0.15, 12)]
    public void The_step_less_the_mean_error_is_uncompressed_descent(double eta, int kept)
    {
        const int N = 5, D = 30;
        var problem = new Quadratics(N, D, seed: 1, noise: 0.3);
        var run = Start(problem, new EControl(eta, unsafeEta: true), Top(kept), 0.05, stochastic: true);
        double[] free = new double[D], g = new double[D];
        for (int t = 0; t < 60; t++)
        {
            double[] sum = new double[D], x = run.X.ToArray();
            for (int i = 0; i < N; i++)
            {
                problem.Gradient(i, x, new GradientSample(0, t, 0), g);
                for (int j = 0; j < D; j++) sum[j] += g[j] / N;
            }
            run.Step();
            for (int j = 0; j < D; j++) free[j] -= 0.05 * sum[j];
            double[] error = Mean(run, N, buffer: 1);
            for (int j = 0; j < D; j++) Assert.Equal(free[j], run.X[j] - (0.05 * error[j]), 1e-12);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_feedback_it_is_ef21(bool compressed)
    {
        var problem = new Quadratics(4, 25, seed: 2);
        double[] control = After(80, Start(problem, new EControl(0) { StartsCompressed = compressed }, Top(3), 0.1));
        double[] ef21 = After(80, Start(problem, new Ef21 { StartsCompressed = compressed }, Top(3), 0.1));
        Assert.Equal(ef21, control);
    }

    [Fact]
    public void Without_loss_it_is_gradient_descent_and_has_no_error()
    {
        var problem = new Quadratics(4, 25, seed: 3);
        var run = Start(problem, new EControl(0.5), new Identity { Precision = ValuePrecision.Double }, 0.1);
        Close(After(50, Start(problem, new CompressedGradientDescent(), new Identity { Precision = ValuePrecision.Double }, 0.1)), After(50, run), 1e-13);
        Assert.All(run.Remembered(2, 1).ToArray(), error => Assert.Equal(0, error, 1e-14));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    public void With_a_linear_compressor_error_and_shift_shrink_by_the_spectral_radius(double delta)
    {
        // With η* = (1 - √(1-δ))²/δ the loop (e, u) is critically damped, at √(1-δ); with a constant gradient nothing else moves.
        double eta = Math.Pow(1 - Math.Sqrt(1 - delta), 2) / delta;
        var run = Start(new ConstantGradient(), new EControl(eta, unsafeEta: true) { StartsCompressed = true }, new Linear(delta), 1e-9);
        double before = 0, ratio = 0;
        for (int t = 0; t < 60; t++)
        {
            run.Step();
            double error = Math.Abs(run.Remembered(0, 1)[0]);
            (ratio, before) = (error / before, error);
        }
        Assert.Equal(Math.Sqrt(1 - delta), ratio, 0.02); // a double eigenvalue: t r^t
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.25)]
    [InlineData(0.4)]
    public void An_error_that_waits_its_turn_is_multiplied_by_one_less_eta_times_the_turns(double eta)
    {
        const int Blocks = 4;
        var run = Start(new ConstantGradient(8), new EControl(eta, unsafeEta: true) { StartsCompressed = true }, new Cyclic(Blocks, 8), 1e-9);
        After(2 * Blocks, run);
        double before = run.Remembered(0, 1)[0]; // block 0 is about to be sent
        After(Blocks, run);
        Assert.Equal(before * (1 - (eta * Blocks)), run.Remembered(0, 1)[0], 1e-12 * Math.Max(1, Math.Abs(before)));
    }

    [Fact]
    public void An_eta_beyond_the_edge_of_stability_is_refused_unless_asked_for()
    {
        var problem = new Quadratics(2, 20, seed: 4);
        Assert.Contains("edge of stability", Assert.Throws<UserError>(() => Start(problem, new EControl(0.21), Top(2), 0.1)).Message, StringComparison.Ordinal);
        _ = Start(problem, new EControl(0.2), Top(2), 0.1);
        _ = Start(problem, new EControl(0.21, unsafeEta: true), Top(2), 0.1);
        Assert.Throws<UserError>(() => new EControl(-0.1));
        Assert.Equal(0.1, new EControl().Eta(Top(2), 20), 1e-15);
        Assert.Equal(0.19 / 1.81, new EControl().Eta(new Linear(0.1), 20), 1e-15);
    }

    [Fact]
    public void One_worker_finds_the_minimum_with_one_number_a_round()
    {
        var trace = new DistributedRun(new Quadratics(1, 12, seed: 5), new EControl(), Top(1), Options(0.05) with { Rounds = 6000, RecordEvery = 100 }).Execute();
        Assert.True(trace.Records[^1].GradientSquare < 1e-24 * trace.Records[0].GradientSquare, $"{trace.Records[^1].GradientSquare}");
    }
}
