using System.Globalization;
using Residuum.Discovery.Observations;
using Residuum.Experiments.Figures;

namespace Residuum.Discovery.Reports;

/// <summary>The figures of a discovery.</summary>
public static class DiscoveryFigures
{
    private const int MostBars = 12;

    /// <summary>Name and figure, for one field.</summary>
    /// <param name="field">What was found.</param>
    /// <param name="observations">The observations that were used.</param>
    public static IEnumerable<(string Name, Figure Figure)> Of(FieldResult field, ObservationSet observations)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(observations);
        if (field.Residual.WaveNumbers.Length > 0) yield return ("increment-spectrum", Spectrum(field, observations));
        if (field.Verdict == Verdict.Found) yield return ("coefficients", Coefficients(field));
        if (field.Front is { Points.Count: > 1 }) yield return ("pareto-front", Front(field));
        if (field.Evidence.Count > 0) yield return ("evidence", Evidence(field));
        if (field.ObservedPower.Length > 0) yield return ("observed-spectrum", Observed(field, observations));
        if (field.Residual.WaveNumbers.Length > 0) yield return ("residual-autocorrelation", Autocorrelation(field, observations));
    }

    /// <summary>The held-out model error after each pass.</summary>
    /// <param name="result">The result.</param>
    public static Figure Passes(MedidaResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var passes = result.Passes;
        var curve = new Curve([.. passes.Select(pass => (double)pass.Pass)], [.. passes.Select(pass => Math.Sqrt(pass.HeldOutSquare))]) { Markers = true };
        return new Figure(
            "Held-out model error after each pass",
            string.Create(CultureInfo.InvariantCulture, $"Root mean square of the model error on held-out samples relative to the model as given, from {Math.Sqrt(passes[0].HeldOutSquare):G3} for the model as given to {Math.Sqrt(passes[result.KeptPass].HeldOutSquare):G3} after pass {result.KeptPass}."),
            new Panel(new Axis("pass"), new Axis("root mean square increment, relative") { Logarithmic = true }, curve));
    }

    private static Figure Spectrum(FieldResult field, ObservationSet observations)
    {
        var residual = field.Residual;
        var layers = new List<Layer>
        {
            new Curve(residual.WaveNumbers, residual.SpectrumBefore) { Label = "model as given", Color = 1 },
            new Curve(residual.WaveNumbers, residual.SpectrumAfter) { Label = "corrected model", Color = 0 },
        };
        if (residual.SpectrumNoise.Any(power => power > 0)) layers.Add(new Curve(residual.WaveNumbers, residual.SpectrumNoise) { Label = "noise alone", Dashed = true, Color = 6 });
        return new Figure(
            $"Spectrum of the one-step error of {field.Field}, before and after",
            string.Create(CultureInfo.InvariantCulture, $"Mean square of the increments by wave number: {residual.Before:G3} in all for the model as given, {residual.After:G3} for the corrected model, {residual.Noise:G3} expected from noise alone."),
            new Panel(WaveNumber(observations), new Axis("mean square increment") { Logarithmic = true }, layers));
    }

    // Coefficients of different terms have different units: their share of the error can be compared.
    private static Figure Coefficients(FieldResult field)
    {
        var items = Most(field);
        double[] places = [.. Enumerable.Range(0, items.Count).Select(i => (double)i)];
        var errors = field.Terms.ToDictionary(found => found.Term.Name, found => found.StandardError > 0 ? 2 * found.StandardError / Math.Abs(found.Coefficient) : 0);
        Scatter Shares(bool kept, string label, int color)
        {
            var some = items.Where(item => item.Kept == kept).ToList();
            return new Scatter([.. places.Where((_, i) => items[i].Kept == kept)], [.. some.Select(item => 100 * Math.Sign(item.Coefficient) * item.Size)])
            {
                Errors = kept ? [.. some.Select(item => 100 * item.Size * errors[item.Term])] : null,
                Label = label,
                Color = color,
            };
        }
        return new Figure(
            $"Share of each term in the one-step error of {field.Field}",
            $"Root mean square of each term with its coefficient, in per cent of the model error. Kept: {string.Join(", ", field.Terms.Select(found => $"{found.Term.Name} with coefficient {MeasuredNumber.WithError(found.Coefficient, found.StandardError)}"))}.",
            new Panel(
                new Axis("candidate term") { Categories = [.. items.Select(item => item.Term)], Limits = (-0.6, items.Count - 0.4) },
                new Axis("share with sign of the coefficient", "%"),
                [
                    new ReferenceLine(0),
                    Shares(true, "kept, ± 2 standard errors", 0),
                    .. items.Any(item => !item.Kept) ? [Shares(false, "dropped, if it were added", 4)] : Array.Empty<Layer>(),
                ]))
        { Width = 900 };
    }

    private static Figure Front(FieldResult field)
    {
        var points = field.Front!.Points;
        double[] counts = [.. points.Select(point => (double)point.Terms)];
        var layers = new List<Layer> { new Curve(counts, [.. points.Select(point => point.RelativeResidual)]) { Markers = true, Label = "fitted samples", Color = 5 } };
        double zero = points[0].HeldOutError;
        if (zero > 0) layers.Add(new Curve(counts, [.. points.Select(point => point.HeldOutError / zero)]) { Markers = true, Label = "held-out samples", Color = 0 });
        if (field.Verdict == Verdict.Found) layers.Add(new ReferenceLine(field.Terms.Count) { Vertical = true, Label = $"chosen: {field.Terms.Count}" });
        return new Figure(
            "Error against number of terms",
            string.Create(CultureInfo.InvariantCulture, $"Relative mean square error of the best equation of each size, from 1 without terms to {points[^1].RelativeResidual:G3} with all {points[^1].Terms}; {field.Terms.Count} terms were chosen."),
            new Panel(new Axis("number of terms"), new Axis("relative mean square error") { Logarithmic = true }, layers));
    }

    private static Figure Evidence(FieldResult field)
    {
        var most = Most(field);
        double[] places = [.. Enumerable.Range(0, most.Count).Select(i => (double)i)];
        return new Figure(
            "What each term is worth on held-out samples",
            $"Factor by which the held-out error rises without the term; the largest is {most.MaxBy(item => item.HeldOutFactor)!.Term}.",
            new Panel(
                new Axis("candidate term") { Categories = [.. most.Select(item => item.Term)], Limits = (-0.6, most.Count - 0.4) },
                new Axis("error without / error with") { Logarithmic = true },
                [
                    new ReferenceLine(1),
                    .. most.Any(item => item.Kept) ? [Worth(most, places, kept: true, "kept", 0)] : Array.Empty<Layer>(),
                    .. most.Any(item => !item.Kept) ? [Worth(most, places, kept: false, "dropped", 4)] : Array.Empty<Layer>(),
                ]))
        { Width = 900 };
    }

    private static List<TermEvidence> Most(FieldResult field) =>
        [.. field.Evidence.OrderByDescending(item => item.Kept).ThenByDescending(item => item.HeldOutFactor).Take(MostBars)];

    private static Scatter Worth(List<TermEvidence> items, double[] places, bool kept, string label, int color) => new(
        [.. places.Where((_, i) => items[i].Kept == kept)],
        [.. items.Where(item => item.Kept == kept).Select(item => item.HeldOutFactor)])
    { Label = label, Color = color };

    private static Figure Observed(FieldResult field, ObservationSet observations)
    {
        double[] waves = [.. Enumerable.Range(1, field.ObservedPower.Length - 1).Select(k => 2 * Math.PI * k / observations.Layout.Length)];
        bool isCut = field.Cutoff < 0.99 * waves[^1];
        var layers = new List<Layer> { new Curve(waves, field.ObservedPower[1..]) { Label = "observed states", Color = 0 } };
        if (field.NoiseDeviation > 0) layers.Add(new ReferenceLine(field.NoiseDeviation * field.NoiseDeviation) { Label = "noise" });
        if (isCut) layers.Add(new ReferenceLine(field.Cutoff) { Vertical = true, Label = string.Create(CultureInfo.InvariantCulture, $"band limit {field.Cutoff:G3}") });
        return new Figure(
            $"Spectrum of the observed {field.Field}, and the waves that are used",
            isCut
                ? string.Create(CultureInfo.InvariantCulture, $"Mean power by wave number; waves beyond {field.Cutoff:G3} are cut because noise of standard deviation {field.NoiseDeviation:G3} drowns them.")
                : "Mean power by wave number; all waves are used.",
            new Panel(WaveNumber(observations), new Axis("mean power") { Logarithmic = true }, layers));
    }

    private static Figure Autocorrelation(FieldResult field, ObservationSet observations)
    {
        double longest = Math.Min(observations.Layout.Length / 2, 60 * observations.Layout.Spacing);
        double[] distances = [.. Enumerable.Range(0, 241).Select(i => i * longest / 240)];
        return new Figure(
            "Autocorrelation of what the corrected model leaves",
            "Autocorrelation in x of the increments that remain, beside that of band-limited noise alone; where they differ, something other than noise remains.",
            new Panel(
                new Axis("distance in x", observations.Metadata.LengthUnit),
                new Axis("autocorrelation"),
                new ReferenceLine(0),
                new Curve(distances, [.. distances.Select(field.Residual.Autocorrelation)]) { Label = "what is left", Color = 0 },
                new Curve(distances, [.. distances.Select(field.Residual.NoiseAutocorrelation)]) { Label = "noise alone", Dashed = true, Color = 6 }));
    }

    private static Axis WaveNumber(ObservationSet observations) =>
        new("wave number", observations.Metadata.LengthUnit.Length > 0 ? $"1/{observations.Metadata.LengthUnit}" : "");
}
