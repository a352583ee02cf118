namespace Residuum.Experiments.Figures;

/// <summary>The ends of the axes of a panel: all data, with a margin.</summary>
internal readonly record struct AxisRange(double Low, double High)
{
    private const double Margin = 0.05;

    public static (AxisRange X, AxisRange Y) Of(Panel panel)
    {
        bool image = panel.Layers.Any(layer => layer is Heatmap);
        return (Of(panel.X, panel.Layers.SelectMany(Abscissas), image), Of(panel.Y, panel.Layers.SelectMany(Ordinates), image));
    }

    private static AxisRange Of(Axis axis, IEnumerable<double> data, bool image)
    {
        if (axis.Limits is { } ends) return new AxisRange(Scale(ends.Low, axis), Scale(ends.High, axis));
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in data)
        {
            if (!double.IsFinite(value) || (axis.Logarithmic && value <= 0)) continue;
            double scaled = Scale(value, axis);
            (low, high) = (Math.Min(low, scaled), Math.Max(high, scaled));
        }
        if (low > high) return new AxisRange(0, 1); // nothing to show
        double margin = image ? 0 : (high - low) * Margin;
        if (low == high) margin = axis.Logarithmic || low == 0 ? 0.5 : Math.Abs(low) * Margin;
        return new AxisRange(low - margin, high + margin);
    }

    /// <summary>Where a value stands on an axis: its decimal logarithm on a logarithmic one; NaN where it has none.</summary>
    public static double Scale(double value, Axis axis) =>
        !axis.Logarithmic ? value : value > 0 ? Math.Log10(value) : double.NaN;

    private static IEnumerable<double> Abscissas(Layer layer) => layer switch
    {
        Curve curve => curve.X,
        Scatter points => points.X,
        Bars bars => [-0.6, bars.Values.Count - 0.4],
        Heatmap map => [map.X.Low, map.X.High],
        ReferenceLine { Vertical: true } line => [line.At],
        _ => [],
    };

    private static IEnumerable<double> Ordinates(Layer layer) => layer switch
    {
        Curve { Band: { } band } curve => [.. curve.Y, .. band.Low, .. band.High],
        Curve curve => curve.Y,
        Scatter points => WithErrors(points.Y, points.Errors),
        Bars bars => [0, .. WithErrors(bars.Values, bars.Errors)],
        Heatmap map => [map.Y.Low, map.Y.High],
        ReferenceLine { Vertical: false } line => [line.At],
        _ => [],
    };

    private static IEnumerable<double> WithErrors(IReadOnlyList<double> values, IReadOnlyList<double>? errors) =>
        errors is null ? values : values.SelectMany((value, i) => new[] { value - errors[i], value + errors[i] });
}
