using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Numerics;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.TwoLayer;

/// <summary>The passes of a discovery: increments of the model with what was found so far, regressed on their cumulative target.</summary>
internal sealed class TwoLayerPasses
{
    private const double NoError = 1e-10; // of the tendency: rounding of the inversion
    private const double AtRest = 1e-3;
    private const double Explains = 0.9; // of the increments, where neither gaps nor noise can be to blame

    private readonly IReadOnlyList<double>? _givenNoise;
    private readonly HashSet<int>[] _excluded = [[], []];
    private readonly PlaneCut _cut;

    // Of the last judgement: equations of each layer, or of both at the sensors, and the size of each layer's tendency.
    private BlockedRows[] _rows = [];
    private BlockedRows? _atSensors;
    private double[] _tendencies = [];

    public TwoLayerPasses(TwoLayerModel model, IReadOnlyList<SensorGroup> groups, IFieldInterpolator interpolator, TwoLayerLibrary library, TwoLayerMedidaOptions options, IReadOnlyList<double>? noise)
    {
        (Model, Groups, Interpolator, Library, Options, _givenNoise) = (model, groups, interpolator, library, options, noise);
        _cut = options.CutOf(model.Grid);
        Ratio = groups.Sum(group => group.Pairs * group.Sensors.Ratio) / groups.Sum(group => group.Pairs);
        Innovations = options.Fill == FillMode.Innovations || (options.Fill == FillMode.Auto && Ratio < 0.85 && interpolator.IsLinear && groups.All(group => group.Sensors.GridIndices is not null));
    }

    public TwoLayerModel Model { get; }

    public IReadOnlyList<SensorGroup> Groups { get; }

    public IFieldInterpolator Interpolator { get; }

    public TwoLayerLibrary Library { get; }

    public TwoLayerMedidaOptions Options { get; }

    /// <summary>Sensors per grid point.</summary>
    public double Ratio { get; }

    public bool Innovations { get; }

    /// <summary>Noise of the readings of the last run.</summary>
    public TwoLayerNoise Noise { get; private set; } = TwoLayerNoise.None;

    /// <summary>Equations as the last run formed them.</summary>
    public TwoLayerEquations Equations { get; private set; } = null!;

    /// <summary>Least part of the increments of a pair left out that terms must explain (medida-qg, Gate).</summary>
    public double Gate => Options.Gate >= 0 ? Options.Gate : Ratio >= 0.925 ? 0 : Innovations || Ratio >= 0.825 ? 0.01 : 0.05;

    /// <summary>The same with other sensors, to compare coefficients: without inclusion probabilities.</summary>
    public TwoLayerPasses With(IReadOnlyList<SensorGroup> groups) =>
        new(Model, groups, Interpolator, Library, Options with { Replicates = 0 }, _givenNoise ?? (Noise.IsVisible ? Noise.Deviations : null));

    /// <summary>The last answer without some terms.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="layer">Layer whose terms they are.</param>
    /// <param name="terms">Columns that may not be used any more.</param>
    /// <param name="cancel">Stops the work.</param>
    public TwoLayerResult Without(TwoLayerResult result, int layer, IEnumerable<int> terms, CancellationToken cancel)
    {
        _excluded[layer].UnionWith(terms);
        return result with { Layers = _atSensors is not null ? Joint(_atSensors, cancel) : [.. result.Layers.Select(known => known.Layer == layer ? Layer(layer, cancel) : known)] };
    }

    public TwoLayerResult Run(IProgress<Progress>? progress, CancellationToken cancel)
    {
        var first = Take(Zeros(), progress, cancel);
        Noise = TwoLayerNoise.Of(Model, first, _givenNoise);
        var filter = new ScaleFilter(Model, Weight, Cutoff, Options.FilterColumns ? Options.Scheme : null);
        Equations = new TwoLayerEquations(Model, Library, filter, LibraryTime, _cut);
        var result = Judge(first, Zeros(), pass: 1, cancel);
        for (int pass = 2; pass <= Options.Passes; pass++)
        {
            var found = result.Layers.Select(layer => layer.Coefficients).ToArray();
            if (found.All(layer => layer.All(c => c == 0))) break;
            progress?.Report(new Progress($"pass {pass}", (double)pass / Options.Passes));
            var next = Judge(Take(found, progress, cancel), found, pass, cancel);
            bool rests = Change(found, [.. next.Layers.Select(layer => layer.Coefficients)]) < AtRest;
            result = next;
            if (rests) break;
        }
        return result;
    }

    private ScaleWeight Weight => Options.Weight != ScaleWeight.Auto ? Options.Weight : Noise.IsVisible ? ScaleWeight.StreamFunction : ScaleWeight.Vorticity;

    private TwoLayerLibraryTime LibraryTime => Options.LibraryTime != TwoLayerLibraryTime.Auto ? Options.LibraryTime
        : Noise.IsVisible || Options.Scheme == ForecastScheme.Rk4 ? TwoLayerLibraryTime.Trapezoid : TwoLayerLibraryTime.Start;

    private double Cutoff => Options.Cutoff > 0 ? Options.Cutoff : Noise.Cutoff;

    private IReadOnlyList<FlowPair> Take(IReadOnlyList<double[]> found, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var forecast = new TwoLayerForecast(Model, Library, found, Options.Scheme);
        var pairs = new FlowPairs(forecast, Interpolator, Innovations, Options.Seed);
        return [.. Groups.SelectMany(group => pairs.Of(group, progress, cancel))];
    }

    private TwoLayerResult Judge(IReadOnlyList<FlowPair> pairs, IReadOnlyList<double[]> found, int pass, CancellationToken cancel)
    {
        _rows = Equations.Form(pairs, found);
        _atSensors = Options.Space == RegressionSpace.Observation ? new ObservationEquations(Model, Equations, _cut).Form(Groups, pairs) : null;
        _tendencies = Tendencies(pairs);
        return new TwoLayerResult
        {
            Model = Model,
            Library = Library,
            Layers = _atSensors is not null ? Joint(_atSensors, cancel) : [Layer(0, cancel), Layer(1, cancel)],
            SensorRatio = Ratio,
            Interpolator = Interpolator.Name,
            Fill = Innovations ? FillMode.Innovations : FillMode.States,
            LibraryTime = LibraryTime,
            Weight = Weight,
            Cutoff = Cutoff,
            Passes = pass,
            Findings = [],
            Pairs = pairs,
        };
    }

    private LayerResult Layer(int layer, CancellationToken cancel)
    {
        var empty = Empty(layer);
        if (empty.IncrementSize < NoError * empty.TendencySize) return empty;
        var fit = new LayerFit(_rows[layer], Options, _excluded[layer], cancel);
        double[] inclusion = fit.InclusionProbabilities($"layer {layer + 1}", cancel);
        var judged = Judged(empty, fit, fit.Fit.Coefficients, fit.StandardErrors(), inclusion, fit.Explained);
        if (judged.Verdict == Verdict.Found) judged = judged with { ResidualSize = Math.Sqrt(fit.Fit.ResidualSquare / _rows[layer].Target.Length) };
        bool shouldBeExact = Ratio >= 1 && !Noise.IsVisible;
        return shouldBeExact && !(fit.Explained >= Explains) ? judged with { Verdict = Verdict.NotExplained } : judged;
    }

    /// <summary>Both layers from innovations at the sensors; a layer's terms are judged by what is lost without them.</summary>
    private LayerResult[] Joint(BlockedRows atSensors, CancellationToken cancel)
    {
        int q = Library.Terms.Count;
        var fit = new LayerFit(atSensors, Options, [.. _excluded.SelectMany((terms, layer) => terms.Select(term => (layer * q) + term))], cancel);
        double[] errors = fit.StandardErrors(), inclusion = fit.InclusionProbabilities("both layers", cancel);
        return [.. Enumerable.Range(0, 2).Select(layer =>
        {
            var own = new Range(layer * q, (layer + 1) * q);
            double explained = fit.Explained - fit.ExplainedWithout([.. Enumerable.Range(layer * q, q)], cancel);
            return Judged(Empty(layer), fit, fit.Fit.Coefficients[own], errors[own], inclusion[own], explained);
        })];
    }

    private LayerResult Judged(LayerResult empty, LayerFit fit, double[] coefficients, double[] errors, double[] inclusion, double explained)
    {
        var judged = empty with { Ungated = coefficients, Explained = explained, AlphaMax = fit.AlphaMax, Curve = fit.Curve };
        if (coefficients.All(c => c == 0) || explained < Gate) return judged;
        return judged with
        {
            Verdict = Verdict.Found,
            Terms = [.. Enumerable.Range(0, coefficients.Length).Where(j => coefficients[j] != 0)
                .Select(j => new LayerTerm(Library.Terms[j].Name, Library.Terms[j].Unit, coefficients[j], errors[j], inclusion[j]))],
            Coefficients = coefficients,
        };
    }

    private LayerResult Empty(int layer)
    {
        double[] target = _rows[layer].Target;
        double size = Math.Sqrt(target.Sum(value => value * value) / target.Length);
        if (!double.IsFinite(size)) throw new NonFiniteException($"the increments of layer {layer + 1}");
        var zeros = new double[Library.Terms.Count];
        return new LayerResult
        {
            Layer = layer,
            Verdict = Verdict.NothingMissing,
            Terms = [],
            Coefficients = zeros,
            Ungated = zeros,
            Explained = double.NaN,
            Gate = Gate,
            AlphaMax = Options.AlphaMax,
            Curve = null,
            IncrementSize = size,
            ResidualSize = size,
            TendencySize = _tendencies[layer],
        };
    }

    /// <summary>Root mean square of ∂q'/∂t of each layer inside the cut.</summary>
    private double[] Tendencies(IReadOnlyList<FlowPair> pairs)
    {
        double[] sums = [0, 0];
        foreach (var pair in pairs)
        {
            double[] change = [.. pair.End.Zip(pair.Start, (end, start) => (end - start) / pair.Interval)], q = Model.PotentialVorticity(change);
            for (int layer = 0; layer < 2; layer++)
            {
                double size = Equations.SizeInside(q.AsSpan(layer * Model.Grid.Points, Model.Grid.Points));
                sums[layer] += size * size;
            }
        }
        return [.. sums.Select(sum => Math.Sqrt(sum / pairs.Count))];
    }

    private double[][] Zeros() => [new double[Library.Terms.Count], new double[Library.Terms.Count]];

    private static double Change(double[][] before, double[][] after)
    {
        double change = 0, size = 0;
        for (int layer = 0; layer < before.Length; layer++)
        {
            change += before[layer].Zip(after[layer], (a, b) => (a - b) * (a - b)).Sum();
            size += after[layer].Sum(c => c * c);
        }
        return size == 0 ? 0 : Math.Sqrt(change / size);
    }
}
