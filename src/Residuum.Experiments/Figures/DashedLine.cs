using ScottPlot;
using SkiaSharp;

namespace Residuum.Experiments.Figures;

/// <summary>A dashed line whose dashes are drawn as shapes: the SVG canvas knows no dash pattern and complains on standard error.</summary>
internal sealed class DashedLine(IReadOnlyList<(double X, double Y)> points, float width, Color color, string label) : IPlottable, IMarker
{
    private static readonly float[] Pattern = [6, 4];

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems =>
        label.Length == 0 ? [] : [new LegendItem { LabelText = label, MarkerStyle = new MarkerStyle(MarkerShape.HorizontalBar, 1, color) { CustomRenderer = this } }];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var path = new SKPath();
        bool drawing = false;
        foreach (var (x, y) in points)
        {
            bool visible = double.IsFinite(x) && double.IsFinite(y);
            if (visible)
            {
                var pixel = Axes.GetPixel(new Coordinates(x, y));
                if (drawing) path.LineTo(pixel.X, pixel.Y);
                else path.MoveTo(pixel.X, pixel.Y);
            }
            drawing = visible;
        }
        Draw(rp.Canvas, path);
    }

    /// <summary>The sample in the legend.</summary>
    public void Render(SKCanvas canvas, Paint paint, Pixel center, float size, MarkerStyle markerStyle)
    {
        using var path = new SKPath();
        path.MoveTo(center.X - 8, center.Y);
        path.LineTo(center.X + 8, center.Y);
        Draw(canvas, path);
    }

    private void Draw(SKCanvas canvas, SKPath path)
    {
        using var dash = SKPathEffect.CreateDash(Pattern, 0);
        using var stroke = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = width, PathEffect = dash };
        using var outline = stroke.GetFillPath(path);
        using var fill = new SKPaint { Color = new SKColor(color.ARGB), IsAntialias = true };
        if (outline is not null) canvas.DrawPath(outline, fill);
    }
}
