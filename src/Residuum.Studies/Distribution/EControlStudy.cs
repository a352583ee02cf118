using System.Numerics.Tensors;
using Residuum.Distribution;
using Residuum.Distribution.Compressors;
using Residuum.Distribution.Methods;
using Residuum.Distribution.Problems;
using Residuum.Distribution.Runs;
using Residuum.Experiments.Figures;
using Residuum.Experiments.Studies;

namespace Residuum.Studies.Distribution;

/// <summary>Gao, Islamov and Stich, ICLR 2024: compressed descent on heterogeneous data with noise, by one message a round.</summary>
/// <remarks>Card econtrol, setups A, B and D.</remarks>
/// <param name="control">The method that is judged, of a given η; EControl where left out. A sabotage test puts a broken one here.</param>
public sealed class EControlStudy(Func<double, DistributedMethod>? control = null) : Study<EControlStudy.Settings>
{
    private const int N = 10, D = 300, Kept = 30;
    private const double Delta = (double)Kept / D, Step = 1e-3;

    private readonly Func<double, DistributedMethod> _control = control ?? (eta => new EControl(eta, unsafeEta: true));

    /// <summary>Sizes.</summary>
    /// <param name="Rounds">Rounds of setups A and D.</param>
    /// <param name="Heterogeneity">Whether the methods are also run on data that differs less.</param>
    /// <param name="Averaging">Rounds of setup B; 0 to leave it out.</param>
    /// <param name="Sweep">Whether η is swept.</param>
    public sealed record Settings(int Rounds, bool Heterogeneity, int Averaging, bool Sweep);

    /// <inheritdoc/>
    public override string Slug => "econtrol";

    /// <inheritdoc/>
    public override string Title => "EControl keeps compressed descent exact on unlike data and near uncompressed noise";

    /// <inheritdoc/>
    public override Citation Citation => DistributionRoom.EControlPaper;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Seeds => [0, 1, 2];

    /// <inheritdoc/>
    public override Settings Smoke => new(4000, Heterogeneity: false, Averaging: 0, Sweep: false);

    /// <inheritdoc/>
    public override Settings Quick => new(4000, Heterogeneity: true, Averaging: 5000, Sweep: true);

    /// <inheritdoc/>
    public override Settings Full => Quick;

    /// <inheritdoc/>
    protected override void Run(Settings settings, StudyContext run)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(run);
        Compensation(run);
        Noisy(settings, run);
        Exact(settings, run);
        if (settings.Averaging > 0) Averaging(settings.Averaging, run);
        if (settings.Sweep) Sweep(settings, run);
    }

    /// <summary>x - γ mean e_i follows uncompressed descent along the same gradients, whatever was lost.</summary>
    private void Compensation(StudyContext run)
    {
        const int Rounds = 200;
        var problem = SyntheticLeastSquares.Heterogeneous(N, D, heterogeneity: 100, noise: 10, run.Seed);
        var method = _control(Delta);
        int error = method.WorkerBuffers.ToList().IndexOf("error");
        var work = new DistributedRun(problem, method, new TopK(Amount.Of(Kept)) { Precision = ValuePrecision.Double }, Options(Step, Rounds, run));
        double[] free = new double[D], gradient = new double[D], virtually = new double[D];
        double largest = 0;
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < N; i++)
            {
                problem.Gradient(i, work.X, new GradientSample(run.Seed, round, 0), gradient);
                TensorPrimitives.MultiplyAdd(gradient, -Step / N, free, free);
            }
            work.Step();
            work.X.CopyTo(virtually);
            for (int i = 0; i < N && error >= 0; i++) TensorPrimitives.MultiplyAdd(work.Remembered(i, error), -Step / N, virtually, virtually);
            largest = Math.Max(largest, TensorPrimitives.Distance<double>(free, virtually) / TensorPrimitives.Norm<double>(free));
        }
        run.Gate("x less γ times the mean error follows uncompressed descent along the same gradients: largest relative distance", largest, Is.AtMost(1e-10));
    }

    private void Noisy(Settings settings, StudyContext run)
    {
        var unlike = Tails(settings, run, zeta: 100);
        run.Gate("unlike data and noise: EControl's f - f* over EF21's", unlike["EControl"] / unlike["EF21"], Is.AtMost(0.3));
        run.Gate("unlike data and noise: EControl's f - f* over uncompressed descent's", unlike["EControl"] / unlike["SGD"], Is.AtMost(1.5));
        run.Control("unlike data and noise: f - f* of compressed descent without feedback over EControl's", unlike["DCGD"] / unlike["EControl"], Is.AtLeast(1e3));
        run.Report("unlike data and noise: EF21 with momentum over uncompressed descent", null, unlike["EF21-SGDM"] / unlike["SGD"]);
        run.Report("unlike data and noise: ideal shifts over uncompressed descent", null, unlike["EC-Ideal"] / unlike["SGD"]);
        if (!settings.Heterogeneity) return;
        var alike = Tails(settings, run, zeta: 10);
        run.Gate("EControl's f - f* at ten times the heterogeneity over that before", unlike["EControl"] / alike["EControl"], Is.AtMost(1.3));
        run.Control("EF14's f - f* at ten times the heterogeneity over that before", unlike["EF14"] / alike["EF14"], Is.AtLeast(10));
    }

    private Dictionary<string, double> Tails(Settings settings, StudyContext run, double zeta)
    {
        var problem = SyntheticLeastSquares.Heterogeneous(N, D, zeta, noise: 10, run.Seed);
        var traces = Methods(problem).ToDictionary(pair => pair.Key, pair => Trace(problem, pair.Value.Method, pair.Value.Compressor, Step, settings.Rounds, run));
        if (zeta == 100) run.Figure("noisy", Curves(traces));
        return traces.ToDictionary(pair => pair.Key, pair => Tail(pair.Value, 500));
    }

    private Dictionary<string, (DistributedMethod Method, ICompressor Compressor)> Methods(SyntheticLeastSquares problem)
    {
        var top = new TopK(Amount.Of(Kept)) { Precision = ValuePrecision.Double };
        return new()
        {
            ["SGD"] = (new CompressedGradientDescent(), new Identity { Precision = ValuePrecision.Double }),
            ["EC-Ideal"] = (new ShiftedCompensation(GradientsAtMinimum(problem)), top),
            ["EControl"] = (_control(Delta), top),
            ["EF21-SGDM"] = (new Ef21Momentum(0.02), top),
            ["EF21"] = (new Ef21(), top),
            ["EF14"] = (new ErrorCompensation(), top),
            ["DCGD"] = (new CompressedGradientDescent(), top),
        };
    }

    private void Exact(Settings settings, StudyContext run)
    {
        var problem = SyntheticLeastSquares.Heterogeneous(N, D, heterogeneity: 100, noise: 0, run.Seed);
        var top = new TopK(Amount.Of(Kept)) { Precision = ValuePrecision.Double };
        RunTrace control = Trace(problem, _control(Delta), top, 10 * Step, settings.Rounds, run), memory = Trace(problem, new ErrorCompensation(), top, 10 * Step, settings.Rounds, run);
        run.Gate("without noise: EControl's f - f* as a part of its first", control.Records[^1].Gap / control.Records[0].Gap, Is.AtMost(1e-20));
        run.Control("without noise: EF14's f - f* as a part of its first", Tail(memory, 500) / memory.Records[0].Gap, Is.AtLeast(1e-4));
    }

    /// <summary>Setup B: noise is averaged over the workers, so that n (f - f*) stays.</summary>
    private void Averaging(int rounds, StudyContext run)
    {
        int[] workers = [2, 4, 8, 16];
        var tails = workers.Select(n => Averaged(n, rounds, run)).ToList();
        double[] controlled = [.. tails.Select((tail, i) => tail["EControl"] * workers[i])];
        run.Gate("n times EControl's f - f*, largest over smallest less 1, for 2 to 16 workers", (controlled.Max() / controlled.Min()) - 1, Is.AtMost(0.25));
        run.Gate("EControl's f - f* over uncompressed descent's, largest over 2 to 16 workers", tails.Max(tail => tail["EControl"] / tail["SGD"]), Is.AtMost(1.5));
        run.Control("EF21's f - f* over EControl's, smallest over 2 to 16 workers", tails.Min(tail => tail["EF21"] / tail["EControl"]), Is.AtLeast(4));
        run.Control("n times EF14's f - f*, that of 16 workers over that of 2", tails[^1]["EF14"] * 16 / (tails[0]["EF14"] * 2), Is.AtLeast(1.2));
    }

    private Dictionary<string, double> Averaged(int n, int rounds, StudyContext run)
    {
        var problem = SyntheticLeastSquares.Averaging(n, dimension: 100, spread: 10, noise: 10, run.Seed);
        var top = new TopK(Amount.Of(10)) { Precision = ValuePrecision.Double };
        double Of(DistributedMethod method, ICompressor compressor) => Tail(Trace(problem, method, compressor, 5e-3, rounds, run), 3 * rounds / 10);
        return new()
        {
            ["SGD"] = Of(new CompressedGradientDescent(), new Identity { Precision = ValuePrecision.Double }),
            ["EControl"] = Of(_control(0.2), top),
            ["EF21"] = Of(new Ef21(), top),
            ["EF14"] = Of(new ErrorCompensation(), top),
        };
    }

    /// <summary>Setup D: how strongly the error is fed back.</summary>
    private void Sweep(Settings settings, StudyContext run)
    {
        var problem = SyntheticLeastSquares.Heterogeneous(N, D, heterogeneity: 100, noise: 10, run.Seed);
        var top = new TopK(Amount.Of(Kept)) { Precision = ValuePrecision.Double };
        double Of(double part) => Tail(Trace(problem, _control(part * Delta), top, Step, settings.Rounds, run), 500);
        double[] parts = [1.0 / 400, 1.0 / 40, 1.0 / 4, 1], tails = [.. parts.Select(Of)];
        double descent = Tail(Trace(problem, new CompressedGradientDescent(), new Identity { Precision = ValuePrecision.Double }, Step, settings.Rounds, run), 500);
        run.Gate("η from δ/400 over δ/40 and δ/4 to δ: f - f* of a step over that before, the largest", Enumerable.Range(1, 3).Max(i => tails[i] / tails[i - 1]), Is.AtMost(0.999));
        run.Gate("η = δ/4: f - f* over uncompressed descent's", tails[2] / descent, Is.AtMost(3));
        run.Gate("η = δ/400: f - f* over that of η = δ", tails[0] / tails[3], Is.AtLeast(4));
        run.Control("η = 5 δ diverges", Trace(problem, _control(5 * Delta), top, Step, settings.Rounds, run) is var wild && (wild.Stop == RunStop.Diverged || Tail(wild, 500) > 1e10), Is.True);
    }

    private static RunTrace Trace(IObjective problem, DistributedMethod method, ICompressor compressor, double step, int rounds, StudyContext run) =>
        new DistributedRun(problem, method, compressor, Options(step, rounds, run)).Execute(cancel: run.Cancel);

    private static DistributedRunOptions Options(double step, int rounds, StudyContext run) => new()
    {
        StepSize = step,
        Rounds = rounds,
        Seed = run.Seed,
        IsStochastic = true,
        Values = ValuePrecision.Double,
    };

    private static double Tail(RunTrace trace, int rounds) => trace.Records.Skip(Math.Max(0, trace.Records.Count - rounds)).Average(record => record.Gap);

    private static double[][] GradientsAtMinimum(SyntheticLeastSquares problem)
    {
        double[][] gradients = [.. Enumerable.Range(0, problem.Workers).Select(_ => new double[problem.Dimension])];
        for (int i = 0; i < gradients.Length; i++) problem.Gradient(i, problem.Minimiser, null, gradients[i]);
        return gradients;
    }

    private static Figure Curves(Dictionary<string, RunTrace> traces) => new(
        "Distance from the minimum, unlike data with noise",
        "EControl settles a little above uncompressed descent; EF21 about ten times and EF14 a hundred times higher; compressed descent without feedback stays far away.",
        new Panel(new Axis("round"), new Axis("f - f*") { Logarithmic = true }, [.. traces.Select(pair => Curve(pair.Key, pair.Value))]));

    private static Curve Curve(string name, RunTrace trace)
    {
        var shown = trace.Records.Where(record => record.Round % 20 == 0).ToList();
        return new Curve([.. shown.Select(record => (double)record.Round)], [.. shown.Select(record => record.Gap)]) { Label = name };
    }
}
