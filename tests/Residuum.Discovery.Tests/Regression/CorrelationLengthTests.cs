using Residuum.Discovery.Regression;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Regression;

public sealed class CorrelationLengthTests
{
    [Fact]
    public void A_wave_has_its_wavelength()
    {
        Matrix wave = Rows(10, 256, (sample, x) => Math.Cos((2 * Math.PI * 8 * x / 256) + sample));
        Assert.Equal(100.0 / 8, CorrelationLength.Of(wave, 100.0 / 256).Length(CorrelationMeasure.Wavelength), 1e-3);
    }

    [Fact]
    public void Independent_rows_are_one_cell_each()
    {
        var random = new RandomStream(1, "white residual");
        Matrix white = Rows(200, 128, (_, _) => random.Normal());
        var length = CorrelationLength.Of(white, spacing: 0.5);
        Assert.Equal(0.5, length.Length(CorrelationMeasure.Participation), 0.01);
        Assert.Equal(200 * 128, length.Cells(200, CorrelationMeasure.Participation), 600.0);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    public void Band_limited_noise_has_as_many_cells_as_it_has_coefficients(int modes)
    {
        // Noise in `modes` wave numbers, two coefficients each: the sum of ρ² is the domain over their number.
        var random = new RandomStream(2, "band-limited residual");
        double[][] coefficients = [.. Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, 2 * modes).Select(_ => random.Normal()).ToArray())];
        Matrix noise = Rows(400, 128, (sample, x) => Enumerable.Range(0, modes).Sum(k =>
            (coefficients[sample][2 * k] * Math.Cos(2 * Math.PI * (k + 1) * x / 128)) + (coefficients[sample][(2 * k) + 1] * Math.Sin(2 * Math.PI * (k + 1) * x / 128))));
        Assert.Equal(2 * modes, CorrelationLength.Of(noise, 1).Cells(1, CorrelationMeasure.Participation), 0.05 * modes);
    }

    [Fact]
    public void A_moving_average_has_the_lengths_of_its_triangle()
    {
        // ρ falls linearly to 0 at lag 8: e-fold at 8(1 - 1/e), twice the integral 8, zero 8.
        var random = new RandomStream(3, "moving average");
        double[][] white = [.. Enumerable.Range(0, 2000).Select(_ => Enumerable.Range(0, 128).Select(_ => random.Normal()).ToArray())];
        Matrix residual = Rows(2000, 128, (sample, x) => Enumerable.Range(0, 8).Sum(k => white[sample][(x + k) % 128]));
        var length = CorrelationLength.Of(residual, 1);
        Assert.Equal(8 * (1 - (1 / Math.E)), length.Length(CorrelationMeasure.EFold), 0.2);
        Assert.Equal(8, length.Length(CorrelationMeasure.Integral), 0.3);
    }

    [Fact]
    public void Open_ends_do_not_wrap()
    {
        var step = new Matrix(1, 4, [1, 0, 0, 1]);
        Assert.Equal([1, 0, 0, 0.5], CorrelationLength.Of(step, 1, periodic: false).Autocorrelation);
        Assert.Equal([1, 0.5, 0], CorrelationLength.Of(step, 1).Autocorrelation);
    }

    [Fact]
    public void No_residual_is_one_cell_a_point() =>
        Assert.Equal(1, CorrelationLength.Of(new Matrix(3, 16), 1).Length(CorrelationMeasure.Participation));

    [Fact]
    public void A_residual_that_is_not_a_number_is_refused() =>
        Assert.Throws<NonFiniteException>(() => CorrelationLength.Of(new Matrix(1, 4, [1, double.NaN, 0, 1]), 1));

    private static Matrix Rows(int samples, int points, Func<int, int, double> value)
    {
        var rows = new Matrix(samples, points);
        for (int sample = 0; sample < samples; sample++)
        {
            for (int x = 0; x < points; x++) rows[sample, x] = value(sample, x);
        }
        return rows;
    }
}
