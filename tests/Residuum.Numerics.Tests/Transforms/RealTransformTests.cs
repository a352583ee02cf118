using System.Numerics;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Numerics.Tests.Transforms;

public sealed class RealTransformTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(6, 3)]
    [InlineData(64, 2)]
    [InlineData(250, 2)]
    public void Equals_the_defining_sum_and_inverts(int points, int rows)
    {
        var transform = RealTransform.Create(points);
        var values = new double[rows * points];
        new RandomStream(1, "test").Normal(values);
        var spectra = new double[rows * transform.SpectrumSize];
        transform.Forward(values, spectra);

        for (int row = 0; row < rows; row++)
        {
            for (int k = 0; k < transform.Modes; k++)
            {
                Complex sum = 0;
                for (int j = 0; j < points; j++) sum += values[(row * points) + j] * Complex.FromPolarCoordinates(1, -2 * Math.PI * j * k / points);
                Assert.Equal(sum.Real, spectra[(row * transform.SpectrumSize) + (2 * k)], 1e-11);
                Assert.Equal(sum.Imaginary, spectra[(row * transform.SpectrumSize) + (2 * k) + 1], 1e-11);
            }
        }

        var back = new double[values.Length];
        transform.Inverse(spectra, back);
        for (int i = 0; i < values.Length; i++) Assert.Equal(values[i], back[i], 1e-13);
    }

    [Fact]
    public void Refuses_odd_lengths_and_ragged_rows()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RealTransform.Create(7));
        Assert.Throws<ArgumentException>(() => RealTransform.Create(8).Forward(new double[12], new double[10]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Derivative_symbols_differentiate_a_wave(int order)
    {
        var grid = FourierGrid.Periodic(2 * Math.PI, 32);
        double[] wave = [.. Enumerable.Range(0, 32).Select(j => Math.Sin(3 * 2 * Math.PI * j / 32))];
        var spectrum = new double[grid.Transform.SpectrumSize];
        grid.Transform.Forward(wave, spectrum);
        new SpectralMultiplier(grid.DerivativeSymbol(order)).Multiply(spectrum, spectrum);
        var derivative = new double[32];
        grid.Transform.Inverse(spectrum, derivative);
        for (int j = 0; j < 32; j++)
            Assert.Equal(Math.Pow(3, order) * Math.Sin((3 * 2 * Math.PI * j / 32) + (order * Math.PI / 2)), derivative[j], 1e-10);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    public void Multiplier_equals_complex_arithmetic(int modes)
    {
        var stream = new RandomStream(2, "test");
        Complex Random() => new(stream.Normal(), stream.Normal());
        Complex[] symbol = [.. Enumerable.Range(0, modes).Select(_ => Random())];
        var x = new double[2 * 2 * modes];
        var plus = new double[x.Length];
        stream.Normal(x);
        stream.Normal(plus);
        var product = new double[x.Length];
        var sum = new double[x.Length];
        var multiplier = new SpectralMultiplier(symbol);
        multiplier.Multiply(x, product);
        multiplier.MultiplyAdd(x, plus, sum);
        for (int i = 0; i < 2 * modes; i++)
        {
            var expected = symbol[i % modes] * new Complex(x[2 * i], x[(2 * i) + 1]);
            Assert.Equal(expected.Real, product[2 * i], 1e-14);
            Assert.Equal(expected.Imaginary, product[(2 * i) + 1], 1e-14);
            Assert.Equal(expected.Real + plus[2 * i], sum[2 * i], 1e-14);
            Assert.Equal(expected.Imaginary + plus[(2 * i) + 1], sum[(2 * i) + 1], 1e-14);
        }
    }
}
