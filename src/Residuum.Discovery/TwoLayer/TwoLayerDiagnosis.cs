using System.Globalization;
using Residuum.Numerics;

namespace Residuum.Discovery.TwoLayer;

/// <summary>Looks for what may be wrong with the noise, the grid, the sensors or the interpolator, says it in plain words, and takes out of the
/// answer what the interpolator made (medida-qg, Numerical pitfalls).</summary>
internal static class TwoLayerDiagnosis
{
    private const double Drowned = 0.5; // share of the increments' mean square that noise makes
    private const double ResolvedDamping = 1; // ν k_max^8: 3.4 in the published model, 0.13 on a coarse grid where every interpolator fails
    private const double MostlyInterpolation = 0.5; // of the increments' mean square is not explained
    private const int Rounds = 3;

    public static TwoLayerResult Of(TwoLayerPasses discovery, TwoLayerResult result, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        findings.AddRange(NoiseFindings(discovery, result));
        if (Hyperdiffusion(discovery) is { } damping) findings.Add(damping);
        if (discovery.Ratio < 1 && discovery.Options.TryFewerSensors)
        {
            progress?.Report(new Progress("again with fewer sensors", double.NaN));
            var trend = new SensorTrend(discovery, cancel);
            for (int round = 0; round < Rounds; round++) result = WithoutInvented(discovery, result, trend, findings, cancel);
            findings.AddRange(result.Layers.SelectMany(layer => SensorFindings(discovery, result, layer, trend)));
        }
        findings.AddRange(result.Layers.Where(layer => layer.Verdict == Verdict.NothingMissing && layer.Ungated.Any(c => c != 0)).Select(layer => Gated(discovery, layer)));
        return result with { Findings = findings };
    }

    private static TwoLayerResult WithoutInvented(TwoLayerPasses discovery, TwoLayerResult result, SensorTrend trend, List<Finding> findings, CancellationToken cancel)
    {
        foreach (var layer in result.Layers.Where(layer => layer.Verdict == Verdict.Found))
        {
            int[] invented = [.. Enumerable.Range(0, layer.Coefficients.Length).Where(j => layer.Coefficients[j] != 0 && trend.IsInvented(layer.Layer, j, layer.Coefficients[j]))];
            if (invented.Length == 0) continue;
            findings.AddRange(invented.Select(j => new Finding(FindingKind.Invented, Text(
                $"layer {layer.Layer + 1}: the interpolator makes {discovery.Library.Names[j]}: its coefficient of {layer.Coefficients[j]:G2} grows to {trend.CoefficientOf(layer.Layer, j):G2} when {100 * trend.LeftOut:F0} % of the sensors are left out and would be {trend.CompleteOf(layer.Layer, j, layer.Coefficients[j]):G2} with every grid point observed; the term was taken out of the answer"))));
            result = discovery.Without(result, layer.Layer, invented, cancel);
            trend.Exclude(layer.Layer, invented, cancel);
        }
        return result;
    }

    private static IEnumerable<Finding> NoiseFindings(TwoLayerPasses discovery, TwoLayerResult result)
    {
        if (!discovery.Noise.IsVisible) yield break;
        var filter = new ScaleFilter(result.Model, result.Weight, result.Cutoff, damping: null);
        foreach (var layer in result.Layers)
        {
            double share = Math.Min(1, Math.Pow(NoisyIncrements.Size(result, discovery.Noise, filter, layer.Layer, discovery.Equations) / layer.IncrementSize, 2));
            if (share < Drowned) continue;
            string remedy = result.Weight == ScaleWeight.Vorticity
                ? "increments of potential vorticity can not bear it: weigh by the stream function (weight: stream-function)"
                : "take more pairs, pairs further apart with internal steps (scheme: rk4), or the analyses of a cycling filter";
            yield return new Finding(FindingKind.Noise, Text(
                $"layer {layer.Layer + 1}: noise of {discovery.Noise.Deviations.Max():G2} in psi makes {100 * share:F0} % of the increments' mean square; {remedy}"));
        }
    }

    private static Finding? Hyperdiffusion(TwoLayerPasses discovery)
    {
        var grid = discovery.Model.Grid;
        double largest = Math.Min(grid.WaveNumbersX[^1], Math.Abs(grid.WaveNumbersY[grid.Ny / 2])), nu = discovery.Model.Parameters.Hyperdiffusion;
        double damping = nu * Math.Pow(largest, 8);
        return damping >= ResolvedDamping ? null : new Finding(FindingKind.Hyperdiffusion, Text(
            $"the hyperdiffusion {nu:G3} damps the smallest waves of this grid at a rate of only {damping:G2} per unit of time: enstrophy piles up there and no interpolator can follow; about {3.4 / Math.Pow(largest, 8):G2} is right for {grid.Nx} x {grid.Ny}"));
    }

    private static IEnumerable<Finding> SensorFindings(TwoLayerPasses discovery, TwoLayerResult result, LayerResult layer, SensorTrend trend)
    {
        if (layer.Terms.Count == 0)
        {
            if (layer.IncrementSize > 0.01 * layer.TendencySize || trend.ChangeOfIncrements(result, layer.Layer) > MostlyInterpolation)
                yield return new Finding(FindingKind.Sensors, Text($"layer {layer.Layer + 1}: its increments, {100 * layer.IncrementSize / layer.TendencySize:G2} % of its tendency, are errors of the interpolation: a smaller error of the model would not be seen with {100 * discovery.Ratio:F0} % of the grid observed"));
            yield break;
        }
        if (layer.Explained < 1 - MostlyInterpolation)
            yield return new Finding(FindingKind.Sensors, Text($"layer {layer.Layer + 1}: its terms explain {100 * layer.Explained:F0} % of the increments, the rest is mostly errors of the interpolation: more sensors would help"));
        foreach (var term in layer.Terms)
        {
            double other = trend.CoefficientOf(layer.Layer, discovery.Library.IndexOf(term.Term));
            if (Math.Abs(other - term.Coefficient) <= Math.Max(4 * term.StandardError, 0.2 * Math.Abs(term.Coefficient))) continue;
            yield return new Finding(FindingKind.Unstable, Text(
                $"layer {layer.Layer + 1}: {term.Term} is {term.Coefficient:G3} with all sensors and {(other == 0 ? "not found" : other.ToString("G3", CultureInfo.InvariantCulture))} when {100 * trend.LeftOut:F0} % of them are left out"));
        }
    }

    private static Finding Gated(TwoLayerPasses discovery, LayerResult layer) => new(FindingKind.Note, Text(
        $"layer {layer.Layer + 1}: the regression alone would answer {Names(discovery, layer.Ungated)}, but that explains {100 * layer.Explained:G2} % of a pair that was left out, and the gate asks for {100 * layer.Gate:G2} %"));

    private static string Names(TwoLayerPasses discovery, double[] coefficients) =>
        string.Join(", ", Enumerable.Range(0, coefficients.Length).Where(j => coefficients[j] != 0).Select(j => Text($"{coefficients[j]:G3} {discovery.Library.Names[j]}")));

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
