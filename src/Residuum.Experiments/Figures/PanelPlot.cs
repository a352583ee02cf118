using ScottPlot;

namespace Residuum.Experiments.Figures;

/// <summary>Builds a ScottPlot plot from a panel: axes, ticks, grid, legend and colours are decided here, once.</summary>
internal static class PanelPlot
{
    private static readonly Color Ink = Color.FromHex("#22262B"), Frame = Color.FromHex("#8A9099"), GridLine = Color.FromHex("#E7E9EC");

    public static Plot Build(Panel panel)
    {
        var font = ShippedFont.Instance;
        var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false; // several panels share a canvas
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        var (x, y) = AxisRange.Of(panel);
        int colored = 0;
        foreach (var layer in panel.Layers)
        {
            int color = layer.Color ?? (layer is Curve or Scatter or Bars ? colored++ : 0);
            PanelLayer.Add(plot, panel, (x, y), layer, Color.FromHex(Palette.Series[color % Palette.Series.Count]));
        }
        plot.Axes.SetLimits(x.Low, x.High, y.Low, y.High);
        Dress(plot.Axes.Bottom, panel.X, x, font);
        Dress(plot.Axes.Left, panel.Y, y, font);
        DressFrame(plot, panel, font);
        DressLegend(plot, panel);
        return plot;
    }

    /// <summary>Sets an axis in the look of all figures; colour bars use it too.</summary>
    public static void Dress(IAxis axis, Axis what, AxisRange range, ShippedFont font)
    {
        axis.TickGenerator = AxisTicks.For(what, range);
        Label(axis.Label, what.Text, 14, bold: false, font);
        axis.TickLabelStyle.FontName = font.NameFor(string.Concat(what.Categories));
        axis.TickLabelStyle.FontSize = 12;
        axis.TickLabelStyle.ForeColor = Ink;
        foreach (var mark in new[] { axis.MajorTickStyle, axis.MinorTickStyle })
        {
            mark.Color = Frame;
            mark.Width = 1;
        }
        axis.MajorTickStyle.Length = 4;
        axis.MinorTickStyle.Length = axis.TickGenerator is ScottPlot.TickGenerators.NumericAutomatic || what.Categories.Count > 0 ? 0 : 2.5f;
        axis.FrameLineStyle.Color = Frame;
        axis.FrameLineStyle.Width = 1;
    }

    private static void Label(LabelStyle style, string text, float size, bool bold, ShippedFont font)
    {
        style.Text = text;
        style.FontName = font.NameFor(text);
        style.FontSize = size;
        style.Bold = bold;
        style.ForeColor = Ink;
    }

    private static void DressFrame(Plot plot, Panel panel, ShippedFont font)
    {
        bool image = panel.Layers.Any(layer => layer is Heatmap);
        plot.Axes.Top.FrameLineStyle.Width = image ? 1 : 0;
        plot.Axes.Right.FrameLineStyle.Width = image ? 1 : 0;
        plot.Axes.Top.FrameLineStyle.Color = plot.Axes.Right.FrameLineStyle.Color = Frame;
        if (image) plot.HideGrid();
        plot.Grid.MajorLineColor = GridLine;
        plot.Grid.MajorLineWidth = 1;
        if (panel.X.Categories.Count > 0) plot.Grid.XAxisStyle.IsVisible = false;
        if (panel.Title.Length == 0) return;
        plot.Title(panel.Title);
        Label(plot.Axes.Title.Label, panel.Title, 14, bold: true, font);
    }

    private static void DressLegend(Plot plot, Panel panel)
    {
        if (panel.Legend == LegendPlace.None || panel.Layers.All(layer => layer.Label.Length == 0))
        {
            plot.HideLegend();
            return;
        }
        plot.ShowLegend(panel.Legend switch
        {
            LegendPlace.UpperLeft => Alignment.UpperLeft,
            LegendPlace.LowerRight => Alignment.LowerRight,
            LegendPlace.LowerLeft => Alignment.LowerLeft,
            _ => Alignment.UpperRight,
        });
        plot.Legend.SetBestFontOnEachRender = false;
        plot.Legend.FontName = ShippedFont.Instance.NameFor(string.Concat(panel.Layers.Select(layer => layer.Label)));
        plot.Legend.FontSize = 12;
        plot.Legend.FontColor = Ink;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.OutlineColor = GridLine;
        plot.Legend.BackgroundColor = Colors.White.WithAlpha(0.88);
    }
}
