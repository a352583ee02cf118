using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Interpolation;

/// <summary>The Gram matrix EᵀE of real modes at places, from one table of sums over the places.</summary>
/// <remarks>Products of waves are waves: 2 cos a cos b = cos(a - b) + cos(a + b), and alike for the others. So EᵀE is known from
/// C(d) = Σ_j cos(d x_j) and S(d) = Σ_j sin(d x_j) at sums and differences d of wave numbers, and its n q² multiplications are saved.</remarks>
internal sealed class ModeGram
{
    private readonly RealModes _modes;
    private readonly int _limitX, _limitY;
    private readonly Matrix _cosines, _sines;

    private ModeGram(RealModes modes, double[] x, double[] y)
    {
        _modes = modes;
        (_limitX, _limitY) = (modes.Numbers.Max(m => m.X) * 2, modes.Numbers.Max(m => Math.Abs(m.Y)) * 2);
        var (cosX, sinX) = Waves(x, modes.Grid.LengthX, 0, _limitX);
        var (cosY, sinY) = Waves(y, modes.Grid.LengthY, -_limitY, _limitY);
        _cosines = Sum(Dense.Multiply(cosY, cosX, transposeB: true), Dense.Multiply(sinY, sinX, transposeB: true), -1);
        _sines = Sum(Dense.Multiply(cosY, sinX, transposeB: true), Dense.Multiply(sinY, cosX, transposeB: true), 1);
    }

    /// <summary>The lower triangle of EᵀE, <c>[columns, columns]</c>.</summary>
    public static Matrix Of(RealModes modes, double[] x, double[] y)
    {
        var gram = new Matrix(modes.Count, modes.Count);
        gram[0, 0] = x.Length;
        if (modes.Numbers.Length == 0) return gram;
        var sums = new ModeGram(modes, x, y);
        Parallel.For(0, modes.Numbers.Length, wave => sums.Fill(gram, wave));
        return gram;
    }

    /// <summary>The rows of one wave's cosine and sine.</summary>
    private void Fill(Matrix gram, int wave)
    {
        int waves = _modes.Numbers.Length;
        Span<double> cosine = gram.Row(1 + wave), sine = gram.Row(1 + waves + wave);
        var (mx, my) = _modes.Numbers[wave];
        (cosine[0], sine[0]) = (Math.Sqrt(2) * C(mx, my), Math.Sqrt(2) * S(mx, my));
        for (int other = 0; other < waves; other++)
        {
            var (nx, ny) = _modes.Numbers[other];
            (double less, double plus) = (C(mx - nx, my - ny), C(mx + nx, my + ny));
            if (other <= wave) (cosine[1 + other], sine[1 + waves + other]) = (less + plus, less - plus);
            sine[1 + other] = S(mx + nx, my + ny) + S(mx - nx, my - ny);
        }
    }

    private double C(int x, int y) => x < 0 ? _cosines[_limitY - y, -x] : _cosines[_limitY + y, x];

    private double S(int x, int y) => x < 0 ? -_sines[_limitY - y, -x] : _sines[_limitY + y, x];

    private static (Matrix Cos, Matrix Sin) Waves(double[] places, double length, int first, int last)
    {
        var (cos, sin) = (new Matrix(last - first + 1, places.Length), new Matrix(last - first + 1, places.Length));
        Parallel.For(first, last + 1, m =>
        {
            for (int place = 0; place < places.Length; place++)
                (sin[m - first, place], cos[m - first, place]) = Math.SinCos(2 * Math.PI * Math.IEEERemainder(m * (places[place] / length), 1));
        });
        return (cos, sin);
    }

    private static Matrix Sum(Matrix a, Matrix b, double factor)
    {
        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(b.Values, factor, a.Values, a.Values);
        return a;
    }
}
