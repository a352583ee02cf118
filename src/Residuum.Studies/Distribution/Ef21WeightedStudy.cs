using System.Numerics.Tensors;
using Residuum.Distribution;
using Residuum.Distribution.Compressors;
using Residuum.Distribution.Methods;
using Residuum.Distribution.Problems;
using Residuum.Distribution.Runs;
using Residuum.Experiments.Figures;
using Residuum.Experiments.Studies;

namespace Residuum.Studies.Distribution;

/// <summary>Richtárik, Gasanov and Burlachenko, ICLR 2024: EF21's step from the arithmetic mean of the workers' smoothness, by weights, clones or a better analysis.</summary>
/// <remarks>Card ef21-weighted. n = 20 workers of 10 rows each that grow unlike with τ, Top-1 in double precision.</remarks>
/// <param name="method">The method that is judged; EF21 where left out. A sabotage test puts a broken one here.</param>
public sealed class Ef21WeightedStudy(Func<DistributedMethod>? method = null) : Study<Ef21WeightedStudy.Settings>
{
    private const int N = 20, D = 20, Rows = 10, Cap = 20_000;
    private const double Goal = 0.03;

    private readonly Func<DistributedMethod> _method = method ?? (() => new Ef21());
    private readonly ICompressor _top = new TopK(Amount.Of(1)) { Precision = ValuePrecision.Double };

    /// <summary>Sizes.</summary>
    /// <param name="Spreads">τ of the problems.</param>
    /// <param name="Clones">Whether clients are cloned.</param>
    /// <param name="Participation">Whether workers are absent.</param>
    /// <param name="RareFeatures">τ of the problems with rare features.</param>
    public sealed record Settings(IReadOnlyList<double> Spreads, bool Clones, bool Participation, IReadOnlyList<double> RareFeatures);

    /// <inheritdoc/>
    public override string Slug => "ef21-weighted";

    /// <inheritdoc/>
    public override string Title => "EF21 takes larger steps: the arithmetic mean of the workers' smoothness is enough";

    /// <inheritdoc/>
    public override Citation Citation => DistributionRoom.Ef21WeightedPaper;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Seeds => [0, 1, 2];

    /// <inheritdoc/>
    public override Settings Smoke => new([1.5], Clones: false, Participation: false, []);

    /// <inheritdoc/>
    public override Settings Quick => new([0, 0.5, 1, 1.5], Clones: true, Participation: true, [0, 1]);

    /// <inheritdoc/>
    public override Settings Full => Quick;

    /// <inheritdoc/>
    protected override void Run(Settings settings, StudyContext run)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(run);
        SpeedUp(settings, run);
        var unlike = Problem.Of(settings.Spreads[^1], run.Seed);
        Weights(unlike, run);
        Theory(unlike, run);
        if (settings.Clones) Clones(unlike, run);
        if (settings.Participation) Participation(run);
        if (settings.RareFeatures.Count > 0) RareFeatures(settings.RareFeatures, run);
    }

    /// <summary>The rounds fall as the step grows.</summary>
    private void SpeedUp(Settings settings, StudyContext run)
    {
        var ratios = new List<double>();
        foreach (double tau in settings.Spreads)
        {
            var problem = Problem.Of(tau, run.Seed);
            RunTrace old = Reach(problem.Objective, problem.Steps.Old, run), fresh = Reach(problem.Objective, problem.Steps.New, run);
            double speed = (double)old.Rounds / fresh.Rounds;
            ratios.Add(speed / problem.Steps.SpeedUp);
            if (tau == 1.5) run.Gate("τ = 1.5: rounds with the old step over rounds with the new one", speed, Is.AtLeast(1.6));
            if (tau == 0) run.Control("τ = 0, workers alike: rounds with the old step over rounds with the new one", speed, Is.AtMost(1.05));
            if (tau == settings.Spreads[^1]) run.Figure("steps", Curves(old, fresh));
        }
        run.Gate("rounds saved over the ratio of the steps, smallest over all τ", ratios.Min(), Is.Between(0.97, 1.03));
        run.Gate("rounds saved over the ratio of the steps, largest over all τ", ratios.Max(), Is.Between(0.97, 1.03));
    }

    /// <summary>With a homogeneous compressor weights change nothing; with another they do.</summary>
    private void Weights(Problem problem, StudyContext run)
    {
        var (plain, weighted) = (Start(problem.Objective, problem.Steps.New, _top, run, new Ef21()), Start(problem.Objective, problem.Steps.New, _top, run, _method(), problem.Weights));
        plain.Step();
        weighted.Step();
        run.Gate("Σ w_i h_i = ∇f at the start, relative distance", StartDistance(problem, weighted), Is.AtMost(1e-12));
        run.Gate("Top-1: largest distance between the weighted and the plain run, as a part of x", Apart(plain, weighted, 500), Is.AtMost(1e-9));

        var natural = Compressors.Create("natural:nearest", ValuePrecision.Double);
        double step = StepSizes.Ef21(problem.Constants, natural.Constant(D)).New;
        double apart = Apart(Start(problem.Objective, step, natural, run, new Ef21()), Start(problem.Objective, step, natural, run, _method(), problem.Weights), 1000);
        run.Control("natural compression, which is not homogeneous: largest distance between the weighted and the plain run, as a part of x", apart, Is.AtLeast(1e-6));
        RunTrace one = Reach(problem.Objective, step, run, natural), other = Reach(problem.Objective, step, run, natural, _method(), problem.Weights);
        run.Gate("natural compression: both runs reach the goal", one.Stop == RunStop.Target && other.Stop == RunStop.Target, Is.True);
    }

    /// <summary>The theorem's bound and its Lyapunov function, f - inf f + γ/(2θ) G.</summary>
    private void Theory(Problem problem, StudyContext run)
    {
        const int T = 1000;
        var (work, theta) = (Start(problem.Objective, problem.Steps.New, _top, run, _method(), problem.Weights), problem.Steps.Theta);
        double smallest = double.PositiveInfinity, before = double.PositiveInfinity, first = work.Measure().Value;
        int rises = 0;
        for (int t = 0; t < T; t++)
        {
            var record = work.Measure();
            smallest = Math.Min(smallest, record.GradientSquare);
            double[] x = work.X.ToArray();
            work.Step(); // brings the shifts up to x, then moves on from it
            double lyapunov = record.Value + (problem.Steps.New / (2 * theta) * Distortion(problem, work, x));
            if (t > 0 && lyapunov > before * (1 + 1e-12)) rises++;
            before = lyapunov;
        }
        run.Gate("smallest |∇f|² of 1,000 rounds over the bound of Theorem 2", smallest / (2 * first / (problem.Steps.New * T)), Is.AtMost(1));
        run.Gate("rounds of 1,000 in which the Lyapunov function rises", rises, Is.AtMost(0));
    }

    private void Clones(Problem problem, StudyContext run)
    {
        var steps = problem.Steps;
        RunTrace cloned = Reach(new ScaledCopies(problem.Objective, steps.CloneCounts), steps.Clone, run), fresh = Reach(problem.Objective, steps.New, run);
        run.Gate("cloned clients: rounds over those of the new step, over the ratio of the steps", (double)cloned.Rounds / fresh.Rounds / (steps.New / steps.Clone), Is.Between(0.97, 1.03));
        run.Gate("cloned clients: their step over the new one", steps.Clone / steps.New, Is.AtLeast(1 / Math.Sqrt(2)));
    }

    private void Participation(StudyContext run)
    {
        var problem = Problem.Of(1, run.Seed);
        RunTrace all = Reach(problem.Objective, problem.Steps.New, run), half = Reach(problem.Objective, problem.Steps.Partial(0.5), run, participation: 0.5);
        run.Gate("half of the workers a round: rounds over those of all workers", (double)half.Rounds / all.Rounds, Is.Between(1.5, 2.6));
    }

    private void RareFeatures(IReadOnlyList<double> spreads, StudyContext run)
    {
        var (gains, ratios) = (new List<double>(), new List<double>());
        foreach (double tau in spreads)
        {
            var (parts, supports) = new ScaledRows { Workers = N, RowsPerWorker = Rows, Tau = tau }.Rare(run.Seed);
            var objective = new RareFeatureObjective(parts, new Regulariser(NonConvex: 1e-3), supports);
            var constants = Smoothness.Estimate(objective);
            double fresh = StepSizes.Ef21(constants, 1.0 / objective.Dimension).New;
            var own = StepSizes.Ef21(constants, 1.0 / supports.Max(support => support.Length));
            RunTrace slow = Reach(objective, fresh, run, cap: 60_000);
            foreach (var (step, weights) in new[] { (own.RareWeighted(supports), constants.Weights()), (own.RareEqual(supports), null) })
            {
                var quick = Reach(objective, step, run, weights: weights, cap: 60_000);
                gains.Add(step / fresh);
                ratios.Add((double)slow.Rounds / quick.Rounds / (step / fresh));
            }
        }
        run.Gate("rare features: their step over the new one, smallest", gains.Min(), Is.AtLeast(5));
        run.Gate("rare features: rounds saved over the ratio of the steps, smallest", ratios.Min(), Is.Between(0.95, 1.05));
        run.Gate("rare features: rounds saved over the ratio of the steps, largest", ratios.Max(), Is.Between(0.95, 1.05));
    }

    private static DistributedRun Start(IObjective objective, double step, ICompressor compressor, StudyContext run, DistributedMethod method, double[]? weights = null) =>
        new(objective, method, compressor, Options(step, run) with { Weights = weights });

    private RunTrace Reach(
        IObjective objective, double step, StudyContext run, ICompressor? compressor = null, DistributedMethod? method = null, double[]? weights = null, double participation = 1, int cap = Cap) =>
        new DistributedRun(objective, method ?? new Ef21(), compressor ?? _top, Options(step, run) with { Weights = weights, Participation = participation, Rounds = cap }).Execute(cancel: run.Cancel);

    private static DistributedRunOptions Options(double step, StudyContext run) => new() { StepSize = step, Rounds = Cap, Seed = run.Seed, RelativeTarget = Goal, Values = ValuePrecision.Double };

    private static double StartDistance(Problem problem, DistributedRun weighted)
    {
        double[] mean = new double[D], gradient = new double[D], own = new double[D], start = new double[D];
        for (int i = 0; i < N; i++)
        {
            TensorPrimitives.MultiplyAdd(weighted.Remembered(i, 0), problem.Weights[i], mean, mean);
            problem.Objective.Gradient(i, start, null, own);
            TensorPrimitives.MultiplyAdd(own, 1.0 / N, gradient, gradient);
        }
        return TensorPrimitives.Distance<double>(mean, gradient) / TensorPrimitives.Norm<double>(gradient);
    }

    private static double Apart(DistributedRun one, DistributedRun other, int rounds)
    {
        double largest = 0;
        for (int t = 0; t < rounds; t++)
        {
            one.Step();
            other.Step();
            double[] difference = new double[D];
            TensorPrimitives.Subtract(one.X, other.X, difference);
            largest = Math.Max(largest, Math.Abs(TensorPrimitives.MaxMagnitude<double>(difference)) / Math.Abs(TensorPrimitives.MaxMagnitude(one.X)));
        }
        return largest;
    }

    /// <summary>G = Σ w_i |h_i - ∇f_i(x)/(n w_i)|².</summary>
    private static double Distortion(Problem problem, DistributedRun work, double[] x)
    {
        double sum = 0;
        double[] gradient = new double[D];
        for (int i = 0; i < N; i++)
        {
            problem.Objective.Gradient(i, x, null, gradient);
            TensorPrimitives.Multiply(gradient, 1 / (N * problem.Weights[i]), gradient);
            double distance = TensorPrimitives.Distance(work.Remembered(i, 0), gradient);
            sum += problem.Weights[i] * distance * distance;
        }
        return sum;
    }

    private static Figure Curves(RunTrace old, RunTrace fresh) => new(
        "Top-1 on unlike workers: the old step and the new",
        $"The new step reaches the goal in {fresh.Rounds} rounds, the old one in {old.Rounds}.",
        new Panel(new Axis("round"), new Axis("|∇f|²") { Logarithmic = true }, Curve("1/(L + L_QM ξ)", old), Curve("1/(L + L_AM ξ)", fresh)));

    private static Curve Curve(string name, RunTrace trace) =>
        new([.. trace.Records.Select(record => (double)record.Round)], [.. trace.Records.Select(record => record.GradientSquare)]) { Label = name };

    private sealed record Problem(LogisticObjective Objective, SmoothnessConstants Constants, Ef21Steps Steps, double[] Weights)
    {
        public static Problem Of(double tau, int seed)
        {
            var objective = new LogisticObjective(new ScaledRows { Workers = N, RowsPerWorker = Rows, Tau = tau }.Common(seed, D), new Regulariser(NonConvex: 1e-3));
            var constants = Smoothness.Estimate(objective);
            return new Problem(objective, constants, StepSizes.Ef21(constants, 1.0 / D), constants.Weights());
        }
    }
}
