using ScottPlot;

namespace Residuum.Experiments.Figures;

/// <summary>Draws one layer on a plot. Logarithmic axes get the decimal logarithms.</summary>
internal static class PanelLayer
{
    private const float LineWidth = 2, MarkerSize = 7;
    private static readonly Color Ink = Color.FromHex("#22262B"), Reference = Color.FromHex("#5B6570");

    public static void Add(Plot plot, Panel panel, (AxisRange X, AxisRange Y) ranges, Layer layer, Color color)
    {
        switch (layer)
        {
            case Curve curve: Add(plot, panel, curve, color); break;
            case Scatter points: Add(plot, panel, points, color); break;
            case Bars bars: Add(plot, bars, color); break;
            case Heatmap map: Add(plot, map); break;
            case ReferenceLine line: Add(plot, panel, ranges, line); break;
            default: throw new ArgumentException($"a layer of type {layer.GetType().Name} is not known", nameof(layer));
        }
    }

    private static void Add(Plot plot, Panel panel, Curve curve, Color color)
    {
        if (curve.Band is { } band)
        {
            var edges = curve.X.Select((x, i) => (X: Scaled(x, panel.X), Low: Scaled(band.Low[i], panel.Y), High: Scaled(band.High[i], panel.Y)))
                .Where(edge => double.IsFinite(edge.X) && double.IsFinite(edge.Low) && double.IsFinite(edge.High)).ToList();
            var fill = plot.Add.FillY([.. edges.Select(e => e.X)], [.. edges.Select(e => e.Low)], [.. edges.Select(e => e.High)]);
            fill.FillColor = color.WithAlpha(0.18);
            fill.LineWidth = 0;
        }
        double[] xs = Scaled(curve.X, panel.X), ys = Scaled(curve.Y, panel.Y);
        if (curve.Dashed) plot.PlottableList.Add(new DashedLine([.. xs.Zip(ys)], LineWidth, color, curve.Label));
        var line = plot.Add.Scatter(xs, ys, color);
        line.LineWidth = curve.Dashed ? 0 : LineWidth;
        line.MarkerSize = curve.Markers ? MarkerSize : 0;
        line.LegendText = curve.Dashed ? "" : curve.Label;
    }

    private static void Add(Plot plot, Panel panel, Scatter points, Color color)
    {
        double[] x = Scaled(points.X, panel.X), y = Scaled(points.Y, panel.Y);
        if (points.Errors is { } errors)
        {
            double[] above = [.. y.Select((value, i) => Scaled(points.Y[i] + errors[i], panel.Y) - value)];
            double[] below = [.. y.Select((value, i) => value - Lowest(points.Y[i] - errors[i], points.Y[i], panel.Y))];
            ErrorBars(plot, x, y, below, above, color);
        }
        var markers = plot.Add.Scatter(x, y, color);
        markers.LineWidth = 0;
        markers.MarkerSize = MarkerSize;
        markers.LegendText = points.Label;
    }

    private static void Add(Plot plot, Bars bars, Color color)
    {
        var drawn = plot.Add.Bars([.. bars.Values]);
        drawn.Color = color;
        drawn.LegendText = bars.Label;
        foreach (var bar in drawn.Bars)
        {
            bar.LineWidth = 0;
            bar.Size = 0.65;
        }
        var zero = plot.Add.HorizontalLine(0, 1, Ink);
        zero.ExcludeFromLegend = true;
        if (bars.Errors is null) return;
        double[] x = [.. bars.Values.Select((_, i) => (double)i)], half = [.. bars.Errors];
        ErrorBars(plot, x, [.. bars.Values], half, half, Ink);
    }

    private static void Add(Plot plot, Heatmap map)
    {
        int rows = map.Values.GetLength(0), columns = map.Values.GetLength(1);
        var upsideDown = new double[rows, columns]; // ScottPlot draws the first row at the top
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++) upsideDown[rows - 1 - i, j] = map.Values[i, j];
        }
        var image = plot.Add.Heatmap(upsideDown);
        image.Rectangle = new CoordinateRect(map.X.Low, map.X.High, map.Y.Low, map.Y.High);
        image.Colormap = map.Diverging ? new ScottPlot.Colormaps.Balance() : new ScottPlot.Colormaps.Viridis();
        var scale = ColorScale(map);
        image.ManualRange = new ScottPlot.Range(scale.Low, scale.High);
        image.NaNCellColor = Colors.LightGray;
        if (!map.ColorBar) return;
        var bar = plot.Add.ColorBar(image);
        bar.Width = 14;
        PanelPlot.Dress(bar.Axis, map.Field, scale, ShippedFont.Instance);
        bar.Axis.Label.Text = "";
        bar.Label = map.Field.Text;
        bar.LabelStyle.FontName = ShippedFont.Instance.NameFor(map.Field.Text);
        bar.LabelStyle.FontSize = 13;
        bar.LabelStyle.Bold = false;
    }

    private static void Add(Plot plot, Panel panel, (AxisRange X, AxisRange Y) ranges, ReferenceLine line)
    {
        double at = Scaled(line.At, line.Vertical ? panel.X : panel.Y);
        (double, double)[] ends = line.Vertical ? [(at, ranges.Y.Low), (at, ranges.Y.High)] : [(ranges.X.Low, at), (ranges.X.High, at)];
        plot.PlottableList.Add(new DashedLine(ends, 1.5f, Reference, line.Label));
    }

    private static AxisRange ColorScale(Heatmap map)
    {
        if (map.Field.Limits is { } ends) return new AxisRange(ends.Low, ends.High);
        var finite = map.Values.Cast<double>().Where(double.IsFinite).DefaultIfEmpty(0);
        double low = finite.Min(), high = finite.Max();
        if (map.Diverging) (low, high) = (-Math.Max(Math.Abs(low), Math.Abs(high)), Math.Max(Math.Abs(low), Math.Abs(high)));
        return low < high ? new AxisRange(low, high) : new AxisRange(low - 1, high + 1);
    }

    private static void ErrorBars(Plot plot, double[] x, double[] y, double[] below, double[] above, Color color)
    {
        double[] none = new double[x.Length];
        var bars = new ScottPlot.Plottables.ErrorBar(x, y, none, none, below, above) { Color = color, LineWidth = 1.5f, CapSize = 4 };
        plot.PlottableList.Add(bars);
    }

    /// <summary>The lower end of an error bar; on a logarithmic axis a bar that reaches zero ends three decades down.</summary>
    private static double Lowest(double low, double value, Axis axis) =>
        Scaled(axis.Logarithmic && low <= 0 ? value * 1e-3 : low, axis);

    private static double[] Scaled(IReadOnlyList<double> values, Axis axis) => [.. values.Select(value => Scaled(value, axis))];

    private static double Scaled(double value, Axis axis) => AxisRange.Scale(value, axis);
}
