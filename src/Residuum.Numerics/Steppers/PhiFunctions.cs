using System.Numerics;

namespace Residuum.Numerics.Steppers;

/// <summary>Functions of exponential integrators, whose closed forms cancel near zero, as means over a circle in the complex plane.</summary>
/// <remarks>Kassam and Trefethen, SIAM J. Sci. Comput. 26, 1214 (2005). The whole circle, so that complex arguments are right too.</remarks>
public static class PhiFunctions
{
    private const int ContourPoints = 32;

    /// <summary>Mean of an entire function over a circle around z: its value at z. No point of the circle comes near 0, where the form cancels.</summary>
    /// <param name="z">Centre.</param>
    /// <param name="function">An entire function, written in a form that may cancel at 0.</param>
    public static Complex Evaluate(Complex z, Func<Complex, Complex> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        double radius = Complex.Abs(z) is > 0.5 and < 1.5 ? 2 : 1;
        Complex sum = 0;
        for (int j = 0; j < ContourPoints; j++)
            sum += function(z + Complex.FromPolarCoordinates(radius, 2 * Math.PI * (j + 0.5) / ContourPoints));
        var mean = sum / ContourPoints;
        return z.Imaginary == 0 ? mean.Real : mean;
    }

    /// <summary>φ₁(z) = (e^z - 1) / z.</summary>
    /// <param name="z">Argument.</param>
    public static Complex Phi1(Complex z) => Evaluate(z, r => (Complex.Exp(r) - 1) / r);

    /// <summary>φ₂(z) = (e^z - 1 - z) / z².</summary>
    /// <param name="z">Argument.</param>
    public static Complex Phi2(Complex z) => Evaluate(z, r => (Complex.Exp(r) - 1 - r) / (r * r));

    /// <summary>φ₃(z) = (e^z - 1 - z - z²/2) / z³.</summary>
    /// <param name="z">Argument.</param>
    public static Complex Phi3(Complex z) => Evaluate(z, r => (Complex.Exp(r) - 1 - r - (r * r / 2)) / (r * r * r));
}
