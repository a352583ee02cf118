using System.Globalization;
using Residuum.Discovery.Reports;

namespace Residuum.Discovery.Models;

/// <summary>The symbols of the two-layer equations in all notations; the text ones are the names of candidate terms.</summary>
internal static class TwoLayerSymbols
{
    public static readonly MathText
        J = MathText.Letter("J", "J", "J"),
        Dt = new("dt", @"\partial_t", "<msub><mo>∂</mo><mi>t</mi></msub>"),
        Dx = new("dx", @"\partial_x", "<msub><mo>∂</mo><mi>x</mi></msub>"),
        Dy = new("dy", @"\partial_y", "<msub><mo>∂</mo><mi>y</mi></msub>"),
        Laplacian = new("lap", @"\nabla^2", "<msup><mo>∇</mo><mn>2</mn></msup>"),
        EighthDerivatives = new(
            "(dx^8 + dy^8)", @"\left(\partial_x^8 + \partial_y^8\right)",
            "<mrow><mo>(</mo><msubsup><mo>∂</mo><mi>x</mi><mn>8</mn></msubsup><mo>+</mo><msubsup><mo>∂</mo><mi>y</mi><mn>8</mn></msubsup><mo>)</mo></mrow>"),
        ZonalMean = new("mean_x", @"\operatorname{mean}_x", "<msub><mi>mean</mi><mi>x</mi></msub>"),
        PsiR = MathText.Letter("psi", @"\psi", "ψ").Index("R"),
        Sponge = new("s(y)", "s(y)", "<mrow><mi>s</mi><mo>(</mo><mi>y</mi><mo>)</mo></mrow>"),
        Bottom = MathText.Letter("R", "R", "R");

    /// <summary>ψ of a layer.</summary>
    public static MathText Psi(int layer) => MathText.Letter("psi", @"\psi", "ψ").Index(layer == 0 ? "1" : "2");

    /// <summary>q of a layer.</summary>
    public static MathText Q(int layer) => MathText.Letter("q", "q", "q").Index(layer == 0 ? "1" : "2");

    /// <summary>sech²(y_1/σ), y_1 the distance from the centre, or sech²(y_2/σ), y_2 the distance from the edge.</summary>
    public static MathText Secant(double width, string index)
    {
        string sigma = Number(width);
        return new MathText(
            $"sech(y{index}/{sigma})^2", $@"\operatorname{{sech}}^2\left(y_{index}/{sigma}\right)",
            $"<mrow><msup><mi>sech</mi><mn>2</mn></msup><mo>(</mo><msub><mi>y</mi><mn>{index}</mn></msub><mo>/</mo><mn>{sigma}</mn><mo>)</mo></mrow>");
    }

    /// <summary>A hill of height 1.</summary>
    public static MathText Gaussian((double X, double Y) at)
    {
        var (x, y) = (Number(at.X), Number(at.Y));
        return MathText.Letter("hill", @"\operatorname{hill}", "hill").Of(new MathText(x, x, $"<mn>{x}</mn>"), new MathText(y, y, $"<mn>{y}</mn>"));
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
