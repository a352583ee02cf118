namespace Residuum.Experiments.Figures;

/// <summary>Draws figures as SVG and PNG, without a display.</summary>
public static class FigureWriter
{
    /// <summary>The figure as an SVG document.</summary>
    /// <param name="figure">The figure.</param>
    public static string Svg(Figure figure) => throw new NotSupportedException();

    /// <summary>The figure as a PNG file.</summary>
    /// <param name="figure">The figure.</param>
    public static byte[] Png(Figure figure) => throw new NotSupportedException();
}
