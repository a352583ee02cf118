using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Real trigonometric polynomials on a periodic plane: 1, √2 cos(kx + ly) and √2 sin(kx + ly) over a half plane of wave numbers.</summary>
/// <remarks>Orthonormal in the mean over the plane. Columns: the constant, all cosines, all sines. Nyquist modes are left out: between grid points
/// they are not known.</remarks>
internal sealed class RealModes
{
    private RealModes(PlaneGrid grid, (int X, int Y)[] numbers) => (Grid, Numbers) = (grid, numbers);

    public PlaneGrid Grid { get; }

    /// <summary>Whole wave numbers (m_x, m_y) of the waves: m_x above 0, or 0 and m_y above 0.</summary>
    public (int X, int Y)[] Numbers { get; }

    /// <summary>Columns: one constant, a cosine and a sine a wave.</summary>
    public int Count => 1 + (2 * Numbers.Length);

    /// <summary>All modes of a grid, or those with a wave number of at most <paramref name="largest"/>.</summary>
    public static RealModes Of(PlaneGrid grid, double largest = double.PositiveInfinity)
    {
        var numbers = new List<(int, int)>();
        for (int x = 0; x < grid.Nx / 2; x++)
        {
            for (int y = x == 0 ? 1 : 1 - (grid.Ny / 2); y < grid.Ny / 2; y++)
            {
                double k = 2 * Math.PI * x / grid.LengthX, l = 2 * Math.PI * y / grid.LengthY;
                if ((k * k) + (l * l) <= largest * largest) numbers.Add((x, y));
            }
        }
        return new RealModes(grid, [.. numbers]);
    }

    /// <summary>Squared wave numbers k² + l² of the columns.</summary>
    public double[] SquaredWaveNumbers()
    {
        double[] waves = [.. Numbers.Select(m => Math.Pow(2 * Math.PI * m.X / Grid.LengthX, 2) + Math.Pow(2 * Math.PI * m.Y / Grid.LengthY, 2))];
        return [0, .. waves, .. waves];
    }

    /// <summary>The columns at places, <c>[places, columns]</c>.</summary>
    public Matrix At(double[] x, double[] y)
    {
        var columns = new Matrix(x.Length, Count);
        int waves = Numbers.Length;
        Parallel.For(0, x.Length, place =>
        {
            var row = columns.Row(place);
            Span<double> cosines = row.Slice(1, waves), sines = row[(1 + waves)..];
            var (alongX, alongY) = (Phases(x[place] / Grid.LengthX, Grid.Nx / 2), Phases(y[place] / Grid.LengthY, Grid.Ny / 2));
            row[0] = 1;
            for (int wave = 0; wave < waves; wave++)
            {
                var (mx, my) = Numbers[wave];
                var (cx, sx) = alongX[mx];
                var (cy, sy) = alongY[Math.Abs(my)];
                if (my < 0) sy = -sy;
                cosines[wave] = (cx * cy) - (sx * sy);
                sines[wave] = (sx * cy) + (cx * sy);
            }
            TensorPrimitives.Multiply(row[1..], Math.Sqrt(2), row[1..]);
        });
        return columns;
    }

    /// <summary>Coefficients of fields on the grid, <c>[fields, columns]</c>.</summary>
    public Matrix FromGrid(double[] fields)
    {
        var transform = Grid.Transform;
        var coefficients = new Matrix(fields.Length / Grid.Points, Count);
        var spectrum = new double[transform.SpectrumSize];
        for (int field = 0; field < coefficients.Rows; field++)
        {
            transform.Forward(fields.AsSpan(field * Grid.Points, Grid.Points), spectrum);
            var row = coefficients.Row(field);
            row[0] = spectrum[0] / Grid.Points;
            for (int wave = 0; wave < Numbers.Length; wave++)
            {
                // The grid begins at -L/2, so that mode m starts there with the phase (-1)^m.
                double scale = Math.Sqrt(2) * Sign(wave) / Grid.Points;
                row[1 + wave] = scale * spectrum[Place(wave)];
                row[1 + Numbers.Length + wave] = -scale * spectrum[Place(wave) + 1];
            }
        }
        return coefficients;
    }

    /// <summary>Fields on the grid, <c>[fields, Ny * Nx]</c>, of coefficients.</summary>
    public double[] ToGrid(Matrix coefficients)
    {
        var transform = Grid.Transform;
        var fields = new double[coefficients.Rows * Grid.Points];
        var spectrum = new double[transform.SpectrumSize];
        for (int field = 0; field < coefficients.Rows; field++)
        {
            Array.Clear(spectrum);
            var row = coefficients.Row(field);
            spectrum[0] = row[0] * Grid.Points;
            for (int wave = 0; wave < Numbers.Length; wave++)
            {
                double scale = Sign(wave) * Grid.Points / Math.Sqrt(2);
                (double real, double imaginary) = (scale * row[1 + wave], -scale * row[1 + Numbers.Length + wave]);
                (spectrum[Place(wave)], spectrum[Place(wave) + 1]) = (real, imaginary);
                if (Numbers[wave].X == 0) (spectrum[Conjugate(wave)], spectrum[Conjugate(wave) + 1]) = (real, -imaginary);
            }
            transform.Inverse(spectrum, fields.AsSpan(field * Grid.Points, Grid.Points));
        }
        return fields;
    }

    private int Sign(int wave) => (Numbers[wave].X + Numbers[wave].Y) % 2 == 0 ? 1 : -1;

    private int Place(int wave)
    {
        var (x, y) = Numbers[wave];
        return 2 * (((y < 0 ? y + Grid.Ny : y) * ((Grid.Nx / 2) + 1)) + x);
    }

    /// <summary>Place of (0, -m_y).</summary>
    private int Conjugate(int wave) => 2 * (Grid.Ny - Numbers[wave].Y) * ((Grid.Nx / 2) + 1);

    private static (double Cos, double Sin)[] Phases(double turns, int count)
    {
        var phases = new (double, double)[count];
        for (int m = 0; m < count; m++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * Math.IEEERemainder(m * turns, 1));
            phases[m] = (cos, sin);
        }
        return phases;
    }
}
