using Residuum.Experiments.Figures;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Studies;
using Residuum.Numerics.Random;

namespace Residuum.Experiments.Tests.Studies;

/// <summary>A toy: the sample mean finds the mean of noisy numbers. What it judges comes in by the constructor, so that a test can break it.</summary>
public sealed class MeanStudy(Func<IReadOnlyList<double>, double>? estimate = null, Action<int>? atSeed = null) : Study<MeanStudy.Settings>
{
    private readonly Func<IReadOnlyList<double>, double> _estimate = estimate ?? Enumerable.Average;

    public sealed record Settings(int Samples);

    public override string Title => "The sample mean finds the mean";

    public override Citation Citation => new(["C. F. Gauss"], "Theoria combinationis observationum", "Dieterich, Göttingen", 1823);

    public override Settings Smoke => new(Samples: 100);

    public override Settings Quick => new(Samples: 400);

    public override Settings Full => new(Samples: 10_000);

    public override IReadOnlyList<int> Seeds => [0, 1, 2, 3, 4];

    protected override void Run(Settings settings, StudyContext run)
    {
        atSeed?.Invoke(run.Seed);
        run.Cancel.ThrowIfCancellationRequested();
        var noise = new RandomStream(run.Seed, "noise");
        double[] values = [.. Enumerable.Range(0, settings.Samples).Select(_ => 2 + noise.Normal())];
        double mean = _estimate(values);

        run.Gate("finds the mean", mean, Is.Between(1.6, 2.4), "m");
        run.Gate("does not depend on the order", Math.Abs(_estimate([.. values.Order()]) - mean), Is.AtMost(1e-12));
        run.Control("the first value alone is far off its own mean", Math.Abs(values[0] - mean), Is.AtLeast(1e-6), "m");
        run.Report("mean of the paper", paper: 2, measured: mean, unit: "m");
        run.Metric("mean", mean);
        run.Trace("estimated", new { mean });
        run.Table(new Table("Estimates", [new("what"), new("value", "m", Numeric: true)], [["mean", mean.ToString("G4", null)]]));
        run.Figure("samples", new Figure("The samples", "Noise around a level of two.", new Panel(
            new Axis("sample"), new Axis("value", "m"), new Scatter([.. values.Select((_, i) => (double)i)], values), new ReferenceLine(mean) { Label = "mean" })));
    }
}
