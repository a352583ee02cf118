using Residuum.Distribution.Compressors;
using Residuum.Distribution.Methods;
using Residuum.Distribution.Problems;
using Residuum.Distribution.Runs;
using Residuum.Numerics.Collectives;
using Residuum.Numerics.Errors;
using static Residuum.Distribution.Tests.Methods.Laws;

namespace Residuum.Distribution.Tests.Methods;

public sealed class MethodTests
{
    private static readonly ICompressor Identity = new Identity { Precision = ValuePrecision.Double };

    public static TheoryData<string> Tracking => ["ef21", "econtrol", "ef21-sgdm", "ef21-sgd2m", "ec-double", "diana"];

    [Theory]
    [InlineData("ef21")]
    [InlineData("ef14")]
    [InlineData("econtrol")]
    [InlineData("ec-double")]
    [InlineData("diana")]
    [InlineData("marina")]
    public void Without_loss_every_method_is_gradient_descent(string name)
    {
        var problem = new Quadratics(5, 20, seed: 6);
        double[] descent = After(60, Start(problem, new CompressedGradientDescent(), Identity, 0.2));
        Close(descent, After(60, Start(problem, Method(name), Identity, 0.2)), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Tracking))]
    public void The_server_holds_the_mean_of_the_shifts(string name)
    {
        var run = Start(new Quadratics(5, 20, seed: 7), Method(name), Top(20), 0.05); // all are sent, so that DIANA takes it too
        for (int t = 0; t < 20; t++)
        {
            run.Step();
            Close(Mean(run, 5, buffer: 0), run.Server[0], 1e-13);
        }
    }

    [Fact]
    public void Error_compensation_loses_nothing()
    {
        const int N = 4, D = 15, Rounds = 40;
        var problem = new Quadratics(N, D, seed: 8);
        var run = Start(problem, new ErrorCompensation(), Top(2), 0.05);
        double[] gradients = new double[D], g = new double[D];
        for (int t = 0; t < Rounds; t++)
        {
            for (int i = 0; i < N; i++)
            {
                problem.Gradient(i, run.X, null, g);
                for (int j = 0; j < D; j++) gradients[j] += g[j] / N;
            }
            run.Step();
        }
        double[] error = Mean(run, N, buffer: 0); // x = -γ Σ sent
        for (int j = 0; j < D; j++) Assert.Equal(gradients[j], (-run.X[j] / 0.05) + error[j], 1e-11);
    }

    [Fact]
    public void Compressed_descent_multiplies_the_example_by_its_factor_and_feedback_saves_it()
    {
        // n = d = 3, f_i = <a_i, x>² + |x|²/4: Top-1 sends the wrong coordinate of every worker, and the mean points uphill.
        var problem = QuadraticObjective.WithoutFeedbackDiverges();
        const double Gamma = 0.02;
        var run = new DistributedRun(problem, new CompressedGradientDescent(), Top(1), Options(Gamma) with { Start = [1, 1, 1] });
        for (int t = 0; t < 60; t++)
        {
            double before = run.X[0];
            run.Step();
            Assert.Equal(1 + (11 * Gamma / 6), run.X[0] / before, 1e-12);
        }
        foreach (var (method, rounds) in new (DistributedMethod, int)[] { (new ErrorCompensation(), 603), (new Ef21 { StartsCompressed = true }, 603), (new EControl(1.0 / 3) { StartsCompressed = true }, 616) })
        {
            var trace = new DistributedRun(problem, method, Top(1), Options(Gamma) with { Start = [1, 1, 1], Rounds = 2000 }).Execute();
            int reached = trace.Records.First(record => record.GradientSquare < 1e-12).Round;
            Assert.InRange(reached, rounds - 40, rounds + 40);
        }
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var problem = new Quadratics(24, 400, seed: 9, noise: 0.1);
        double[] Of(int threads) => After(30, new DistributedRun(problem, new EControl(), Top(40), Options(0.1) with { IsStochastic = true }, threads: threads));
        Assert.Equal(Of(1), Of(2));
        Assert.Equal(Of(1), Of(5));
    }

    [Theory]
    [InlineData("econtrol", 2)]
    [InlineData("ec-double", 3)]
    [InlineData("marina", 3)]
    [InlineData("ef21-sgdm", 5)]
    public void Ranks_do_not_change_a_bit(string name, int ranks)
    {
        DistributedRun New(ICollectives? job) => new(
            new Quadratics(7, 40, seed: 14, noise: 0.2), Method(name), name == "marina" ? Identity : Top(4), Options(0.05) with { IsStochastic = true, Participation = 0.7, MeasuresLoss = true }, job);
        var alone = New(null);
        double[] expected = After(25, alone);
        InProcessGroup.Run(ranks, job =>
        {
            var run = New(job);
            Assert.Equal(expected, After(25, run));
            Assert.Equal(alone.Measure(), run.Measure());
        });
    }

    [Theory]
    [InlineData("econtrol")]
    [InlineData("marina")]
    [InlineData("ef21-sgd2m")]
    public void A_resumed_run_equals_the_uninterrupted_one(string name)
    {
        DistributedRun New() => Start(new Quadratics(4, 20, seed: 13, noise: 0.2), Method(name), name == "marina" ? Identity : Top(2), 0.05, stochastic: true);
        var whole = New();
        double[] expected = After(50, whole);
        var first = New();
        After(23, first);
        var second = New();
        second.Restore(first.Checkpoint());
        Assert.Equal(23, second.Round);
        Assert.Equal(expected, After(27, second));
        Assert.Equal(whole.Measure(), second.Measure());
        Assert.Throws<UserError>(() => Start(new Quadratics(5, 20, seed: 13), Method(name), Identity, 0.05).Restore(first.Checkpoint()));
    }

    [Fact]
    public void The_order_of_the_workers_does_not_matter()
    {
        double[] straight = After(60, Start(new Quadratics(6, 20, seed: 10), new EControl(), Top(3), 0.1));
        double[] turned = After(60, Start(new Quadratics(6, 20, seed: 10) { Order = [3, 0, 5, 1, 4, 2] }, new EControl(), Top(3), 0.1));
        Close(straight, turned, 1e-12);
    }

    [Fact]
    public void Weights_change_nothing_but_rounding_for_a_homogeneous_compressor()
    {
        double[] weights = [0.1, 0.4, 0.2, 0.05, 0.25];
        var problem = new Quadratics(5, 30, seed: 11);
        var weighted = new DistributedRun(problem, new Ef21(), Top(3), Options(0.1) with { Weights = weights });
        Close(After(200, Start(problem, new Ef21(), Top(3), 0.1)), After(200, weighted), 1e-12);
        double[] mean = new double[30];
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < 30; j++) mean[j] += weights[i] * weighted.Remembered(i, 0)[j];
        }
        Close(mean, weighted.Server[0], 1e-13);
    }

    [Fact]
    public void Absent_workers_keep_their_shifts_and_send_nothing()
    {
        var problem = new Quadratics(40, 10, seed: 12);
        var all = new DistributedRun(problem, new Ef21(), Top(2), Options(0.05) with { Rounds = 400 }).Execute();
        var half = new DistributedRun(problem, new Ef21(), Top(2), Options(0.05) with { Rounds = 400, Participation = 0.5 }).Execute();
        Assert.InRange((half.BitsUp - 640) / (all.BitsUp - 640), 0.47, 0.53); // but for the whole gradients of the first round
        Assert.True(half.Records[^1].GradientSquare < 1e-8 * half.Records[0].GradientSquare);
    }

    [Fact]
    public void A_gradient_that_is_no_number_names_worker_and_round()
    {
        var run = Start(new Broken(), new Ef21(), Top(2), 0.1);
        run.Step();
        run.Step();
        Assert.Contains("worker 1 sends in round 2", Assert.Throws<NonFiniteException>(run.Step).Message, StringComparison.Ordinal);
    }

    private static DistributedMethod Method(string name) => name switch
    {
        "ef21" => new Ef21(),
        "ef14" => new ErrorCompensation(),
        "econtrol" => new EControl(0.1),
        "ec-double" => new DoubleCompensation(),
        "diana" => new Diana(1),
        "marina" => new Marina(0.3),
        "ef21-sgdm" => new Ef21Momentum(0.3),
        _ => new Ef21Momentum(0.3, twice: true),
    };

    private sealed class Broken : IObjective
    {
        public string Name => "broken";

        public int Workers => 2;

        public int Dimension => 4;

        public double Value(int worker, ReadOnlySpan<double> x) => 0;

        public void Gradient(int worker, ReadOnlySpan<double> x, GradientSample? sample, Span<double> gradient) =>
            gradient.Fill(worker == 1 && x[0] < -0.15 ? double.NaN : 1);
    }
}
