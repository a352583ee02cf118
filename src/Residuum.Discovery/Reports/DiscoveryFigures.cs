using System.Globalization;
using Residuum.Experiments.Figures;

namespace Residuum.Discovery.Reports;

/// <summary>The figures of a discovery.</summary>
public static class DiscoveryFigures
{
    /// <summary>Name and figure, for one field.</summary>
    /// <param name="field">What was found.</param>
    public static IEnumerable<(string Name, Figure Figure)> Of(FieldResult field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Terms.Count > 0) yield return ("coefficients", Coefficients(field));
        if (field.Front is { Points.Count: > 1 }) yield return ("pareto-front", Front(field.Front));
        if (field.Residual.WaveNumbers.Length > 0) yield return ("increment-spectrum", Spectrum(field.Residual));
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
            string.Create(CultureInfo.InvariantCulture, $"Root mean square of the model error on held-out samples, from {Math.Sqrt(passes[0].HeldOutSquare):G3} for the model as given to {Math.Sqrt(passes[result.KeptPass].HeldOutSquare):G3} after pass {result.KeptPass}."),
            new Panel(new Axis("pass"), new Axis("root mean square of the increments") { Logarithmic = true }, curve));
    }

    private static Figure Coefficients(FieldResult field) => new(
        $"Terms found in the equation of {field.Field}",
        $"Bars for {string.Join(", ", field.Support)} with error bars of one standard error.",
        new Panel(
            new Axis("term") { Categories = [.. field.Support] },
            new Axis("coefficient"),
            new Bars([.. field.Terms.Select(found => found.Coefficient)]) { Errors = [.. field.Terms.Select(found => double.IsNaN(found.StandardError) ? 0 : found.StandardError)] }));

    private static Figure Front(Regression.ParetoFront front)
    {
        double[] counts = [.. front.Points.Select(point => (double)point.Terms)];
        var fitted = new Curve(counts, [.. front.Points.Select(point => point.RelativeResidual)]) { Markers = true };
        return new Figure(
            "Error against number of terms",
            string.Create(CultureInfo.InvariantCulture, $"Relative residual of the best model of each size, from {front.Points[0].RelativeResidual:G3} without terms to {front.Points[^1].RelativeResidual:G3} with all {front.Points[^1].Terms}."),
            new Panel(new Axis("number of terms"), new Axis("relative residual") { Logarithmic = true }, fitted));
    }

    private static Figure Spectrum(ResidualReport residual) => new(
        "Spectrum of the model error before and after",
        string.Create(CultureInfo.InvariantCulture, $"Mean square of the increments by wave number: {residual.Before:G3} in all for the model as given, {residual.After:G3} for the corrected model, {residual.Noise:G3} expected from noise alone."),
        new Panel(
            new Axis("wave number"),
            new Axis("mean square of the increments") { Logarithmic = true },
            new Curve(residual.WaveNumbers, residual.SpectrumBefore) { Label = "model as given" },
            new Curve(residual.WaveNumbers, residual.SpectrumAfter) { Label = "corrected model" },
            new Curve(residual.WaveNumbers, residual.SpectrumNoise) { Label = "noise alone", Dashed = true }));
}
