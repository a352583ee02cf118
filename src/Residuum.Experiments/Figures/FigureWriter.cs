using System.Text;
using ScottPlot;
using SkiaSharp;

namespace Residuum.Experiments.Figures;

/// <summary>Draws figures as SVG and PNG, without a display and with the shipped font.</summary>
public static class FigureWriter
{
    private const int TitleHeight = 44, Edge = 16, TitleSize = 17;
    private const int PngScale = 2; // sharp on dense screens and in print

    /// <summary>The figure as an SVG document with title and description; texts are outlines, so that they look the same everywhere.</summary>
    /// <param name="figure">The figure.</param>
    public static string Svg(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        using var file = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, figure.Width, figure.Height), file)) Draw(canvas, figure);
        return SvgDocument.Finish(Encoding.UTF8.GetString(file.ToArray()), figure);
    }

    /// <summary>The figure as a PNG file with two pixels for each unit.</summary>
    /// <param name="figure">The figure.</param>
    public static byte[] Png(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        using var surface = SKSurface.Create(new SKImageInfo(figure.Width * PngScale, figure.Height * PngScale));
        surface.Canvas.Scale(PngScale);
        Draw(surface.Canvas, figure);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void Draw(SKCanvas canvas, Figure figure)
    {
        canvas.Clear(SKColors.White);
        DrawTitle(canvas, figure);
        int rows = (figure.Panels.Count + figure.Columns - 1) / figure.Columns;
        float width = (figure.Width - Edge) / (float)figure.Columns, height = (figure.Height - TitleHeight - Edge) / (float)Math.Max(1, rows);
        for (int i = 0; i < figure.Panels.Count; i++)
        {
            float left = (Edge / 2f) + (width * (i % figure.Columns)), top = TitleHeight + (height * (i / figure.Columns));
            using var plot = PanelPlot.Build(figure.Panels[i]);
            plot.Render(canvas, new PixelRect(left, left + width, top + height, top));
        }
    }

    private static void DrawTitle(SKCanvas canvas, Figure figure)
    {
        using var font = new SKFont(ShippedFont.Instance.Face(bold: true), TitleSize) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        using var paint = new SKPaint { Color = SKColor.Parse("#22262B"), IsAntialias = true };
        float room = figure.Width - (2 * Edge), width = font.MeasureText(figure.Title);
        if (width > room) font.Size *= room / width;
        canvas.DrawText(figure.Title, Edge, TitleHeight - 16, font, paint);
    }
}
