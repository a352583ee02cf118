using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Studies;
using Residuum.Numerics.Transforms;

namespace Residuum.Studies.Discovery;

/// <summary>D and E: networks as interpolators, case 1006 from one pair at 90 %.</summary>
public sealed partial class MedidaQgStudy
{
    /// <summary>Names of the networks that parts D and E compare.</summary>
    public const string Fourier = "rff-mlp:tangent", Plain = "mlp:tangent", LastLayer = "rff-mlp:last-layer", Warm = "rff-mlp, warm start", Independent = "rff-mlp, independent";

    /// <summary>The networks of parts D and E.</summary>
    /// <param name="name">Such as <see cref="Fourier"/>.</param>
    public static IFieldInterpolator NetworkOf(string name) => name switch
    {
        Warm => new RandomFourierNetwork(new RandomFourierOptions { Readout = NetworkReadout.TwoNet }),
        Independent => new RandomFourierNetwork(new RandomFourierOptions { Readout = NetworkReadout.TwoNet, WarmStart = false }),
        _ => Interpolators.Create(name),
    };

    private void Networks(Settings settings, TwoLayerTwin twin, StudyContext run)
    {
        var masks = Enumerable.Range(0, settings.NetworkMasks).Select(mask => Judge(twin, mask, run)).ToArray();
        SpectralBias(masks, run);
        ErrorsOfIncrements(masks, run);
    }

    /// <summary>D: a network of the places leaves the small scales, one of Fourier features does not.</summary>
    private static void SpectralBias(IReadOnlyList<Dictionary<string, NetworkAnswer>> masks, StudyContext run)
    {
        run.Gate("D, spectral bias: small-scale error of the plain network over that of Fourier features, least of masks and layers",
            masks.Min(mask => Least(mask[Plain].SmallScales, mask[Fourier].SmallScales)), Is.AtLeast(15));
        run.Report("D, Fourier features: largest small-scale error over energy (card: .0015 to .007)", null, masks.Max(mask => mask[Fourier].SmallScales.Max()), bound: Is.AtMost(0.01));
        run.Report("D, plain network: least small-scale error over energy (card: .15 to .88)", null, masks.Min(mask => mask[Plain].SmallScales.Min()), bound: Is.AtLeast(0.1));
        run.Gate("D, Fourier features: largest distance of the coefficient of lap(psi2) from 0.3", masks.Max(mask => Math.Abs(mask[Fourier].Friction - 0.3)), Is.AtMost(0.01));
        run.Gate("D, Fourier features: part of the masks with exact layer 2", masks.Average(mask => mask[Fourier].IsExact[1] ? 1.0 : 0), Is.EqualTo(1));
        run.Control("D, plain network: part of the masks with exact layer 2", masks.Average(mask => mask[Plain].IsExact[1] ? 1.0 : 0), Is.EqualTo(0));
        run.Report("D, Fourier features: part of the masks with empty layer 1 (card: 6 of 7)", null, masks.Average(mask => mask[Fourier].IsExact[0] ? 1.0 : 0));
        run.Report("D, plain network: coefficient of lap(psi2), mean of the masks (card: .84 to 2.3)", null, masks.Average(mask => mask[Plain].Friction));
    }

    /// <summary>E: only one operator for both times keeps the error of their difference small.</summary>
    private static void ErrorsOfIncrements(IReadOnlyList<Dictionary<string, NetworkAnswer>> masks, StudyContext run)
    {
        double Gain(string wrong, string right) => masks.Min(mask => Least(mask[wrong].IncrementErrors, mask[right].IncrementErrors));
        run.Gate("E, error of h: independent networks over the tangent readout, least of masks and layers", Gain(Independent, Fourier), Is.AtLeast(30));
        run.Gate("E, error of h: warm start over the tangent readout, least of masks and layers", Gain(Warm, Fourier), Is.AtLeast(8));
        run.Gate("E, error of h: independent networks over the last layer solved anew, least of masks and layers", Gain(Independent, LastLayer), Is.AtLeast(8));
        foreach (string name in new[] { Independent, Warm, LastLayer })
            run.Control($"E, {name}: part of the masks with exact layer 2", masks.Average(mask => mask[name].IsExact[1] ? 1.0 : 0), Is.EqualTo(0));
        // The card's ranges over six masks of other flows; layer 1, layer 2.
        foreach (var (name, upper, lower) in new[]
        {
            (Independent, (6.4, 9.3), (1.9, 3.2)), (Warm, (1.5, 2.0), (0.47, 0.81)), (LastLayer, (0.2, 0.31), (0.084, 0.16)), (Fourier, (0.049, 0.081), (0.02, 0.034)),
        })
        {
            run.Report($"E, {name}: error of h in layer 1, mean of the masks", null, masks.Average(mask => mask[name].IncrementErrors[0]), "1/time2", Is.Between(upper.Item1, upper.Item2));
            run.Report($"E, {name}: error of h in layer 2, mean of the masks", null, masks.Average(mask => mask[name].IncrementErrors[1]), "1/time2", Is.Between(lower.Item1, lower.Item2));
        }
    }

    private Dictionary<string, NetworkAnswer> Judge(TwoLayerTwin twin, int mask, StudyContext run)
    {
        var observed = twin.Observe(0.9, 1, mask);
        var answers = new Dictionary<string, NetworkAnswer>();
        var fields = new List<(string Name, double[] Values)>();
        foreach (string name in new[] { Fourier, Plain, LastLayer, Warm, Independent })
        {
            run.Cancel.ThrowIfCancellationRequested();
            var (answer, values) = Judge(twin.Truth, observed, new RememberedInterpolator(_network(name)), run);
            answers[name] = answer;
            fields.Add((name, values));
            run.Trace("network", new { name, mask, answer });
        }
        if (mask == 0 && run.Draws) Draw(twin.Truth, observed, fields, run);
        return answers;
    }

    private (NetworkAnswer Answer, double[] Values) Judge(TwoLayerModel truth, LayeredTwin observed, RememberedInterpolator interpolator, StudyContext run)
    {
        var known = Case("1006");
        SensorGroup group = observed.Noisy.Groups[0];
        double[] states = [.. observed.States.SelectMany(state => state)];
        var fields = interpolator.Fit(group.Sensors, group.Values, Published.Seed, run.Progress, run.Cancel);
        var result = _discover(Model.With(known.Model), [group], interpolator, Library, Published with { Fill = FillMode.States }, run.Cancel);
        double[] difference = [.. Increments(truth.With(known.Model), fields.Values, group.Interval).Zip(Increments(truth.With(known.Model), states, group.Interval), (a, b) => a - b)];
        return (new NetworkAnswer(
            InterpolationErrors.Of(truth.Grid, 2, fields, states).SmallScales,
            [.. Enumerable.Range(0, 2).Select(layer => DeviationInside(truth, difference, layer))],
            [known.IsExact(result, 0), known.IsExact(result, 1)],
            result.Layers[1].Coefficients[1]), fields.Values);
    }

    /// <summary>h = (q(t) - q_m(t))/Δt of one pair, <c>[2, Ny, Nx]</c>.</summary>
    private static double[] Increments(TwoLayerModel model, double[] pair, double interval)
    {
        int size = pair.Length / 2;
        double[] end = model.PotentialVorticity(pair.AsSpan(size)), predicted = model.EulerStep(model.PotentialVorticity(pair.AsSpan(0, size)));
        return [.. end.Zip(predicted, (q, own) => (q - own) / interval)];
    }

    private static double DeviationInside(TwoLayerModel model, double[] fields, int layer)
    {
        var grid = model.Grid;
        double[] inside = [.. new PlaneCut(grid, Published.Cut).Indices().Select(i => fields[(layer * grid.Points) + i])];
        double mean = inside.Average();
        return Math.Sqrt(inside.Average(value => (value - mean) * (value - mean)));
    }

    private static double Least(double[] wrong, double[] right) => wrong.Zip(right, (a, b) => a / b).Min();

    /// <summary>What came of one interpolator.</summary>
    /// <param name="SmallScales">Energy of the error over that of the truth in the upper half of the wave numbers, a layer each.</param>
    /// <param name="IncrementErrors">Standard deviation of the error of h inside the cut, a layer each.</param>
    /// <param name="IsExact">Whether exactly what is missing was found, a layer each.</param>
    /// <param name="Friction">Coefficient of lap(psi2) in the lower layer; 0 where it was not found.</param>
    private sealed record NetworkAnswer(double[] SmallScales, double[] IncrementErrors, bool[] IsExact, double Friction);
}
