using System.Numerics;
using Residuum.Numerics.Options;

namespace Residuum.Numerics.Transforms;

/// <summary>Equidistant points on a periodic interval [0, L), with their wave numbers.</summary>
public sealed class FourierGrid
{
    private FourierGrid(double length, int points)
    {
        Length = Require.Positive(length, nameof(length));
        Transform = RealTransform.Create(points);
        WaveNumbers = new double[Transform.Modes];
        for (int k = 0; k < WaveNumbers.Length; k++) WaveNumbers[k] = 2 * Math.PI * k / length;
    }

    /// <summary>Length L of the domain.</summary>
    public double Length { get; }

    /// <summary>Number of points n.</summary>
    public int Points => Transform.Points;

    /// <summary>Number of modes n/2 + 1.</summary>
    public int Modes => Transform.Modes;

    /// <summary>The transform of length n.</summary>
    public RealTransform Transform { get; }

    /// <summary>Wave numbers κ = 2πk/L, k = 0..n/2.</summary>
    public double[] WaveNumbers { get; }

    /// <summary>A periodic grid.</summary>
    /// <param name="length">Length L; above 0.</param>
    /// <param name="points">Number of points n; even.</param>
    public static FourierGrid Periodic(double length, int points) => new(length, points);

    /// <summary>Symbol (iκ)^d of the d-th derivative; the Nyquist mode of odd orders is zero, as its sign is not known.</summary>
    /// <param name="order">Order d of the derivative.</param>
    public Complex[] DerivativeSymbol(int order)
    {
        var symbol = new Complex[Modes];
        for (int k = 0; k < Modes; k++) symbol[k] = ImaginaryPower(order) * Math.Pow(WaveNumbers[k], order);
        if (order % 2 != 0) symbol[^1] = 0;
        return symbol;
    }

    private static Complex ImaginaryPower(int order) => (order % 4) switch
    {
        0 => Complex.One,
        1 => Complex.ImaginaryOne,
        2 => -Complex.One,
        _ => -Complex.ImaginaryOne,
    };
}
