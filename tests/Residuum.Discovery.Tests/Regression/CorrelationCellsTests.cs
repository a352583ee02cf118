using Residuum.Discovery.Regression;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Regression;

public sealed class CorrelationCellsTests
{
    [Fact]
    public void Independent_rows_are_one_cell_each()
    {
        double[] white = new double[400 * 128];
        new RandomStream(1, "white residual").Normal(white);
        Assert.Equal(white.Length, CorrelationCells.Of(white, 400), 0.02 * white.Length);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    public void Band_limited_noise_has_as_many_cells_as_it_has_coefficients(int waves)
    {
        double[] noise = new double[400 * 128], coefficients = new double[400 * 2 * waves];
        new RandomStream(2, "band-limited residual").Normal(coefficients);
        for (int i = 0; i < coefficients.Length; i++) noise[(i / (2 * waves) * 128) + (i % (2 * waves))] = coefficients[i];
        Assert.Equal(400 * 2 * waves, CorrelationCells.Of(noise, 400), 0.02 * 400 * 2 * waves);
    }

    [Fact]
    public void It_is_the_number_of_points_over_the_sum_of_the_squared_autocorrelation()
    {
        // A moving average of m points has the triangle 1 - l/m as its autocorrelation: Σ ρ² = (2 m² + 1) / (3 m).
        const int Points = 128, Samples = 4000, m = 8;
        var transform = RealTransform.Create(Points);
        double[] white = new double[Points], average = new double[Points], spectrum = new double[transform.SpectrumSize], rows = new double[Samples * Points];
        var random = new RandomStream(3, "moving average");
        for (int sample = 0; sample < Samples; sample++)
        {
            random.Normal(white);
            for (int x = 0; x < Points; x++) average[x] = Enumerable.Range(0, m).Sum(k => white[(x + k) % Points]);
            transform.Forward(average, spectrum);
            // The imaginary parts of the mean and of the last wave are zero.
            spectrum[1] = spectrum[Points];
            spectrum[0] *= Math.Sqrt(0.5);
            spectrum[1] *= Math.Sqrt(0.5);
            spectrum.AsSpan(0, Points).CopyTo(rows.AsSpan(sample * Points));
        }
        double expected = Samples * Points * 3.0 * m / ((2 * m * m) + 1);
        Assert.Equal(expected, CorrelationCells.Of(rows, Samples), 0.02 * expected);
    }

    [Fact]
    public void No_residual_is_one_cell_a_row_and_one_that_is_not_a_number_is_refused()
    {
        Assert.Equal(48, CorrelationCells.Of(new double[48], 3));
        Assert.Throws<NonFiniteException>(() => CorrelationCells.Of([1, double.NaN, 0, 1], 1));
    }
}
