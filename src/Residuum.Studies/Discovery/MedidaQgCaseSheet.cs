using System.Globalization;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Figures;
using Residuum.Experiments.Reports;

namespace Residuum.Studies.Discovery;

/// <summary>The cases of the study side by side: what each layer misses, what was found, how far both are from the truth.</summary>
/// <param name="title">What was observed, and how gaps were filled.</param>
internal sealed class MedidaQgCaseSheet(string title)
{
    private const int CurvesShown = 6;

    private readonly List<(MedidaQgCase Known, TwoLayerResult Result)> _cases = [];

    /// <summary>One row a case and layer.</summary>
    public Table Table => new(
        title,
        [
            new("case"), new("layer", Numeric: true), new("missing"), new("found"), new("explained of a left-out pair", "%", Numeric: true),
            new("error of the model", "%", Numeric: true), new("after correction", "%", Numeric: true), new("verdict"),
        ],
        [.. _cases.SelectMany(entry => entry.Result.Layers.Select(layer => Row(entry.Known, entry.Result, layer)))]);

    /// <summary>Adds a case.</summary>
    public void Add(MedidaQgCase known, TwoLayerResult result) => _cases.Add((known, result));

    /// <summary>L-curves: a panel a layer, a curve a case.</summary>
    public Figure Curves() => new(
        "L-curves: how many terms the increments need",
        "Mean square error relative to the empty model against the number of terms, on a logarithmic axis, one curve a case: it falls by many decades at the true number of terms.",
        [.. Enumerable.Range(0, 2).Select(layer => new Panel(
            new Axis("terms"),
            new Axis("relative mean square error") { Logarithmic = true },
            [.. _cases.Where(entry => entry.Result.Layers[layer].Curve is not null).Take(CurvesShown).Select(entry => Curve(entry.Known.Code, entry.Result.Layers[layer].Curve!))])
        {
            Title = $"layer {layer + 1}",
            Legend = LegendPlace.LowerLeft,
        })]);

    private static Curve Curve(string code, SparsityCurve curve)
    {
        SparsityPoint[] front = [.. curve.Points.GroupBy(point => point.Terms).Select(size => size.MinBy(point => point.RelativeError)!).OrderBy(point => point.Terms)];
        return new Curve([.. front.Select(point => (double)point.Terms)], [.. front.Select(point => point.RelativeError)]) { Label = code, Markers = true };
    }

    private static string[] Row(MedidaQgCase known, TwoLayerResult result, LayerResult layer) =>
    [
        known.Code,
        $"{layer.Layer + 1}",
        string.Join(", ", known.Support(layer.Layer).Select(term => $"{Number(known.Coefficient(layer.Layer, term), "g3")} {term}")),
        string.Join(", ", layer.Terms.Select(term => $"{Number(term.Coefficient, "f5")} {term.Term}")),
        double.IsNaN(layer.Explained) ? "" : Number(100 * layer.Explained, "f2"),
        Number(known.ModelError(layer.Layer), "g3"),
        Number(known.Error(result, layer.Layer), "g3"),
        layer.Verdict.ToString(),
    ];

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
