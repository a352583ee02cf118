using System.Numerics;
using Residuum.Numerics.Options;

namespace Residuum.Numerics.Transforms;

/// <summary>Equidistant points on a doubly periodic rectangle, with their wave numbers.</summary>
/// <remarks>Fields are row-major <c>[Ny, Nx]</c>, x fastest. Both axes are centred and leave the end point out: x_i = (i - Nx/2) Lx/Nx.
/// Spectra are interleaved (re, im) doubles, <c>[Ny, Nx/2 + 1]</c>: the half axis is x.</remarks>
public sealed class PlaneGrid
{
    private readonly Lazy<PlaneTransform> _transform;

    private PlaneGrid(int nx, int ny, double lengthX, double lengthY)
    {
        Nx = Even(nx, nameof(nx));
        Ny = Even(ny, nameof(ny));
        LengthX = Require.Positive(lengthX, nameof(lengthX));
        LengthY = Require.Positive(lengthY, nameof(lengthY));
        X = [.. Enumerable.Range(0, nx).Select(i => (i - (nx / 2)) * StepX)];
        Y = [.. Enumerable.Range(0, ny).Select(j => (j - (ny / 2)) * StepY)];
        WaveNumbersX = [.. Enumerable.Range(0, (nx / 2) + 1).Select(k => 2 * Math.PI * k / lengthX)];
        WaveNumbersY = [.. Enumerable.Range(0, ny).Select(l => 2 * Math.PI * (l < ny / 2 ? l : l - ny) / lengthY)];
        _transform = new Lazy<PlaneTransform>(() => PlaneTransform.Create(nx, ny));
    }

    /// <summary>Points along x; even.</summary>
    public int Nx { get; }

    /// <summary>Points along y; even.</summary>
    public int Ny { get; }

    /// <summary>Points of a field: Nx Ny.</summary>
    public int Points => Nx * Ny;

    /// <summary>Length of the domain along x.</summary>
    public double LengthX { get; }

    /// <summary>Length of the domain along y.</summary>
    public double LengthY { get; }

    /// <summary>Δx.</summary>
    public double StepX => LengthX / Nx;

    /// <summary>Δy.</summary>
    public double StepY => LengthY / Ny;

    /// <summary>Coordinates along x, <c>[Nx]</c>.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>Coordinates along y, <c>[Ny]</c>.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>Wave numbers k = 2πm/Lx of the half axis, <c>[Nx/2 + 1]</c>.</summary>
    public double[] WaveNumbersX { get; }

    /// <summary>Signed wave numbers l = 2πm/Ly, <c>[Ny]</c>; that of the Nyquist row is negative.</summary>
    public double[] WaveNumbersY { get; }

    /// <summary>A doubly periodic grid.</summary>
    /// <param name="nx">Points along x; even.</param>
    /// <param name="ny">Points along y; even.</param>
    /// <param name="lengthX">Length along x; above 0.</param>
    /// <param name="lengthY">Length along y; above 0.</param>
    public static PlaneGrid Periodic(int nx, int ny, double lengthX, double lengthY) => new(nx, ny, lengthX, lengthY);

    /// <summary>The transform of its fields.</summary>
    public PlaneTransform Transform => _transform.Value;

    /// <summary>Symbol (ik)^a (il)^b of a derivative, <c>[Ny, Nx/2 + 1]</c>; the Nyquist modes of odd orders are zero, as their sign is not known.</summary>
    /// <param name="orderX">Order a along x.</param>
    /// <param name="orderY">Order b along y.</param>
    public Complex[] DerivativeSymbol(int orderX, int orderY)
    {
        var symbol = new Complex[Ny * WaveNumbersX.Length];
        for (int l = 0; l < Ny; l++)
        {
            for (int k = 0; k < WaveNumbersX.Length; k++)
            {
                bool unknown = (orderX % 2 != 0 && k == Nx / 2) || (orderY % 2 != 0 && l == Ny / 2);
                symbol[(l * WaveNumbersX.Length) + k] = unknown ? 0 : Power(WaveNumbersX[k], orderX) * Power(WaveNumbersY[l], orderY);
            }
        }
        return symbol;
    }

    /// <summary>A symbol, one value a mode, <c>[Ny, Nx/2 + 1]</c>.</summary>
    /// <typeparam name="T">Type of a value.</typeparam>
    /// <param name="of">The value at the wave numbers (k, l).</param>
    public T[] Symbol<T>(Func<double, double, T> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return [.. WaveNumbersY.SelectMany(l => WaveNumbersX.Select(k => of(k, l)))];
    }

    /// <summary>A derivative of fields, spectral.</summary>
    /// <param name="fields">Fields, <c>[fields, Ny, Nx]</c>.</param>
    /// <param name="orderX">Order along x.</param>
    /// <param name="orderY">Order along y.</param>
    public double[] Derivative(ReadOnlySpan<double> fields, int orderX, int orderY) => Apply(fields, DerivativeSymbol(orderX, orderY));

    /// <summary>Fields with each mode multiplied by a symbol.</summary>
    /// <param name="fields">Fields, <c>[fields, Ny, Nx]</c>.</param>
    /// <param name="symbol">One number a mode, <c>[Ny, Nx/2 + 1]</c>.</param>
    public double[] Apply(ReadOnlySpan<double> fields, ReadOnlySpan<Complex> symbol)
    {
        double[] spectra = new double[fields.Length / Points * Transform.SpectrumSize], result = new double[fields.Length];
        Transform.Forward(fields, spectra);
        new SpectralMultiplier(symbol).Multiply(spectra, spectra);
        Transform.Inverse(spectra, result);
        return result;
    }

    private static Complex Power(double waveNumber, int order) => (order % 4) switch
    {
        0 => Complex.One,
        1 => Complex.ImaginaryOne,
        2 => -Complex.One,
        _ => -Complex.ImaginaryOne,
    } * Math.Pow(waveNumber, order);

    private static int Even(int points, string name) => points >= 4 && points % 2 == 0
        ? points
        : throw new ArgumentOutOfRangeException(name, points, "the number of points must be even and at least 4");
}
