using System.Numerics;
using CsCheck;
using Residuum.Numerics.Steppers;

namespace Residuum.Numerics.Tests.Steppers;

public sealed class PhiFunctionTests
{
    private static readonly Gen<Complex> Direction = Gen.Double[-Math.PI, Math.PI].Select(angle => Complex.FromPolarCoordinates(1, angle));

    [Fact]
    public void Far_from_zero_the_contour_gives_the_closed_forms() =>
        Gen.Select(Gen.Double[0.0, 3], Direction, (log, direction) => Math.Pow(10, log) * direction)
            .Where(z => z.Real < 50)
            .Sample(z =>
            {
                Complex e = Complex.Exp(z);
                return Agrees(PhiFunctions.Phi1(z), (e - 1) / z) && Agrees(PhiFunctions.Phi2(z), (e - 1 - z) / (z * z)) && Agrees(PhiFunctions.Phi3(z), (e - 1 - z - (z * z / 2)) / (z * z * z));
            });

    [Fact]
    public void Near_zero_the_contour_gives_the_Taylor_series() =>
        Gen.Select(Gen.Double[-12, 0], Direction, (log, direction) => Math.Pow(10, log) * direction)
            .Sample(z => Agrees(PhiFunctions.Phi1(z), Taylor(z, 1)) && Agrees(PhiFunctions.Phi2(z), Taylor(z, 2)) && Agrees(PhiFunctions.Phi3(z), Taylor(z, 3)));

    [Fact]
    public void At_zero_they_are_the_inverse_factorials()
    {
        Assert.Equal(1, PhiFunctions.Phi1(0).Real, 1e-14);
        Assert.Equal(1.0 / 2, PhiFunctions.Phi2(0).Real, 1e-14);
        Assert.Equal(1.0 / 6, PhiFunctions.Phi3(0).Real, 1e-14);
    }

    private static bool Agrees(Complex actual, Complex expected) => Complex.Abs(actual - expected) <= 1e-12 * Complex.Abs(expected);

    // φ_p(z) = Σ z^j / (j + p)!
    private static Complex Taylor(Complex z, int p)
    {
        Complex sum = 0, power = 1;
        double factorial = 1;
        for (int j = 1; j <= p; j++) factorial *= j;
        for (int j = 0; j < 25; j++)
        {
            sum += power / factorial;
            power *= z;
            factorial *= j + 1 + p;
        }
        return sum;
    }
}
