using System.Globalization;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Figures;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Reports;

/// <summary>The figures of a discovery on a flow: fields as images, spectra, L-curves, coefficients.</summary>
/// <param name="picture">The fields that are shown.</param>
internal sealed class FlowFigures(FlowPicture picture)
{
    private const int PanelWidth = 330, PanelHeight = 400;

    private static readonly Dictionary<string, string> Units = new() { ["psi"] = "L_d²/T", ["q'"] = "1/T", ["h"] = "1/T²" };

    private PlaneGrid Grid => picture.Project.Model.Grid;

    private IEnumerable<LayerResult> Found => picture.Result.Layers.Where(layer => layer.Verdict == Verdict.Found);

    /// <summary>Name and figure.</summary>
    public IEnumerable<(string Name, Figure Figure)> All()
    {
        yield return ("sensors", Sensors());
        yield return ("states", States());
        yield return ("increments", Increments());
        yield return ("spectra", Spectra());
        if (picture.Result.Layers.Any(layer => layer.Curve is not null)) yield return ("l-curves", Curves());
        if (Found.Any()) yield return ("coefficients", Coefficients());
    }

    private Figure Sensors()
    {
        var group = picture.Project.Observations.Groups[0];
        Panel[] panels = [.. Enumerable.Range(0, 2).Select(layer => group.Sensors.GridIndices is { } places ? Map($"readings of psi, layer {layer + 1}", Readings(places, layer), "psi", true) : Places(layer))];
        return Images(
            "What the sensors read, first pair",
            Text($"{group.Sensors.Count} sensors, {100 * group.Sensors.Ratio:F0} % of the {Grid.Nx} x {Grid.Ny} grid points; grid points without a reading are grey."),
            panels);

        double[] Readings(int[] places, int layer)
        {
            var field = new double[Grid.Points];
            Array.Fill(field, double.NaN);
            var readings = group.Values.Field(0, layer);
            for (int i = 0; i < places.Length; i++) field[places[i]] = readings[i];
            return field;
        }

        Panel Places(int layer) => new(new Axis("x", Unit), new Axis("y", Unit), new Scatter(group.Sensors.X, group.Sensors.Y)) { Title = $"sensors, layer {layer + 1}" };
    }

    private Figure States() => Images(
        "Interpolated state at the start of the first pair",
        "Stream function and potential vorticity of both layers on the model's grid, as the interpolator made them.",
        [.. Enumerable.Range(0, 2).Select(layer => Map($"psi, layer {layer + 1}", picture.Psi(layer), "psi", true)), .. Enumerable.Range(0, 2).Select(layer => Map($"q', layer {layer + 1}", picture.Vorticity(layer), "q'", true))]);

    private Figure Increments()
    {
        var panels = new List<Panel>();
        foreach (var layer in picture.Result.Layers)
        {
            double[] increment = Inside(picture.Increment(layer.Layer));
            double most = increment.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
            (double, double)? limits = most > 0 ? (-most, most) : null;
            panels.Add(Map($"model error h, layer {layer.Layer + 1}", increment, "h", true, limits));
            panels.Add(Map($"what the terms explain, layer {layer.Layer + 1}", Inside(picture.Explained(layer.Layer)), "h", true, limits));
            panels.Add(Map($"what is left, layer {layer.Layer + 1}", Inside(picture.Residual(layer.Layer)), "h", true, limits));
        }
        return Images(
            "One-step errors of the model, first pair",
            Text($"Increments of potential vorticity inside the cut, the part that the found terms explain, and the rest, on one colour scale a layer. Root mean square before and after: {string.Join("; ", picture.Result.Layers.Select(layer => Text($"layer {layer.Layer + 1}: {layer.IncrementSize:G3} and {layer.ResidualSize:G3}")))}."),
            panels) with
        { Columns = 3, Width = 3 * PanelWidth };
    }

    private Figure Spectra()
    {
        var states = new RadialSpectrum(Grid, [.. picture.Result.Pairs.Select(pair => pair.Start)]);
        var missed = new RadialSpectrum(Grid, [.. picture.Result.Pairs.Select(pair => pair.Missed())]);
        return new Figure(
            "Spectra of the interpolated states and of the model's one-step error",
            "Power of psi in rings of wave number, layer by layer: the interpolated states, and observed minus predicted after one interval. A floor at the smallest scales is noise or an interpolator's error.",
            [.. Enumerable.Range(0, 2).Select(layer => new Panel(
                new Axis("wave number", $"1/{Unit}"),
                new Axis("power of psi in a ring") { Logarithmic = true },
                Curve(states, layer, "interpolated state", 0),
                Curve(missed, layer, "observed - predicted", 1)) { Title = $"layer {layer + 1}" })]);

        static Curve Curve(RadialSpectrum spectrum, int layer, string label, int color) => new(
            [.. Enumerable.Range(0, spectrum.Power(layer).Count).Select(spectrum.WaveNumber)], spectrum.Power(layer))
        { Label = label, Color = color };
    }

    private Figure Curves() => new(
        "L-curves: error against number of terms over a sweep of thresholds",
        Text($"Mean square error relative to the empty model by number of terms. Threshold used: {string.Join(", ", picture.Result.Layers.Select(layer => Text($"{layer.AlphaMax:G3} in layer {layer.Layer + 1}")))}."),
        [.. picture.Result.Layers.Where(layer => layer.Curve is not null).Select(layer => new Panel(
            new Axis("terms"),
            new Axis("relative mean square error") { Logarithmic = true },
            new Curve([.. layer.Curve!.Points.Select(point => (double)point.Terms)], [.. layer.Curve.Points.Select(point => point.RelativeError)]) { Markers = true, Label = "thresholds from 1e-7 to 1e12" },
            Chosen(layer.Curve, layer.AlphaMax)) { Title = $"layer {layer.Layer + 1}" })]);

    private static Scatter Chosen(SparsityCurve curve, double alphaMax)
    {
        var chosen = curve.Points.MinBy(point => Math.Abs(Math.Log(point.AlphaMax / alphaMax)))!;
        return new Scatter([chosen.Terms], [chosen.RelativeError]) { Label = "used", Color = 1 };
    }

    private Figure Coefficients() => new(
        "Coefficients that were found, ± 2 standard errors",
        $"Found: {string.Join("; ", Found.SelectMany(layer => layer.Terms.Select(term => $"layer {layer.Layer + 1}, {term.Term}: {MeasuredNumber.WithError(term.Coefficient, term.StandardError)}")))}.",
        [.. Found.Select(layer => new Panel(
            new Axis("term") { Categories = [.. layer.Terms.Select(term => term.Term)], Limits = (-0.6, layer.Terms.Count - 0.4) },
            new Axis("coefficient", "each in its term's unit"),
            new ReferenceLine(0),
            new Scatter([.. Enumerable.Range(0, layer.Terms.Count).Select(i => (double)i)], [.. layer.Terms.Select(term => term.Coefficient)])
            { Errors = [.. layer.Terms.Select(term => 2 * term.StandardError)], Color = 0 }) { Title = $"layer {layer.Layer + 1}" })]);

    // The model's units are the deformation radius L_d and an eddy's time T, where the observations say no others.
    private string Unit => picture.Project.Observations.Metadata.LengthUnit is { Length: > 0 } unit ? unit : "L_d";

    private static Figure Images(string title, string alternative, IReadOnlyList<Panel> panels) => new(title, alternative, panels)
    {
        Columns = 2,
        Width = 2 * PanelWidth,
        Height = 60 + (PanelHeight * ((panels.Count + 1) / 2)),
    };

    private Panel Map(string title, double[] field, string label, bool diverging, (double, double)? limits = null)
    {
        var values = new double[Grid.Ny, Grid.Nx];
        Buffer.BlockCopy(field, 0, values, 0, field.Length * sizeof(double));
        var image = new Heatmap(values, Ends(Grid.X, Grid.StepX), Ends(Grid.Y, Grid.StepY), new Axis(label, Units[label]) { Limits = limits }) { Diverging = diverging };
        return new Panel(new Axis("x", Unit), new Axis("y", Unit), image) { Title = title, Legend = LegendPlace.None };

        static (double, double) Ends(IReadOnlyList<double> places, double step) => (places[0] - (step / 2), places[^1] + (step / 2));
    }

    private double[] Inside(double[] field) => [.. field.Select((value, i) => picture.Project.Cut.Contains(i) ? value : double.NaN)];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
