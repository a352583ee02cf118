using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Numerics.Tests.Transforms;

public sealed class PlaneProductTests
{
    [Theory]
    [InlineData(8, 6, true)]
    [InlineData(10, 12, true)]
    [InlineData(16, 4, false)]
    [InlineData(32, 48, true)]
    public void The_fast_path_equals_whole_transforms_again_and_again(int nx, int ny, bool padded)
    {
        var grid = PlaneGrid.Periodic(nx, ny, 1, 1);
        var fast = PlaneProducts.Create(grid, 2, 2, Multiply, padded);
        var plain = new PlainPlaneProducts(grid, 2, 2, Multiply, padded);
        for (int round = 0; round < 2; round++) // scratch memory of the first must not show in the second
        {
            foreach (var products in new[] { fast, plain })
            {
                Fill(products, 0, grid, round);
                Fill(products, 1, grid, round + 10);
                products.Evaluate();
            }
            for (int l = 0; l < ny; l++)
            {
                if (l == ny / 2) continue;
                for (int output = 0; output < 2; output++)
                {
                    for (int i = 0; i < nx; i++) Assert.Equal(plain.Output(output, l)[i], fast.Output(output, l)[i], 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Products_are_free_of_aliasing_on_the_padded_grid_only()
    {
        var grid = PlaneGrid.Periodic(16, 12, 2 * Math.PI, 2 * Math.PI);
        // cos(7x) cos(6x) = (cos x + cos 13x)/2, which 16 points would read as cos 3x; the grid is centred, so that waves of odd numbers change their sign.
        double[] Product(bool padded)
        {
            var products = PlaneProducts.Create(grid, 2, 2, Multiply, padded);
            for (int input = 0; input < 2; input++)
            {
                for (int l = 0; l < 12; l++)
                {
                    if (l == 6) continue;
                    products.Input(input, l).Clear();
                    if (l == 0) products.Input(input, l)[2 * (7 - input)] = grid.Points / 2.0 * products.InputScale;
                }
            }
            products.Evaluate();
            return [.. Enumerable.Range(0, 8).Select(k => products.Output(0, 0)[2 * k] * products.OutputScale * 2 / grid.Points)];
        }

        double[] padded = Product(true), aliased = Product(false);
        Assert.Equal(0.5, padded[1], 1e-12);
        Assert.Equal(0, padded[3], 1e-12);
        Assert.Equal(0.5, aliased[3], 1e-12);
    }

    [Fact]
    public void A_profile_is_multiplied_with_the_departure_from_the_zonal_mean()
    {
        var grid = PlaneGrid.Periodic(12, 10, 1, 1);
        double[] profile = [.. Enumerable.Range(0, 10).Select(j => 0.3 + j)], field = new double[grid.Points];
        new RandomStream(1, "field").Normal(field);
        double[] spectrum = new double[grid.Transform.SpectrumSize], product = new double[spectrum.Length], values = new double[grid.Points];
        grid.Transform.Forward(field, spectrum);
        double[] kept = (double[])spectrum.Clone();
        new ProfileProduct(grid, profile).Of(spectrum, product);
        grid.Transform.Inverse(product, values);
        Assert.Equal(kept, spectrum);
        for (int i = 0; i < values.Length; i++)
        {
            int j = i / 12;
            Assert.Equal(profile[j] * (field[i] - field.Skip(12 * j).Take(12).Average()), values[i], 1e-12);
        }
        Assert.Throws<ArgumentException>(() => new ProfileProduct(grid, new double[9]));
    }

    private static void Fill(PlaneProducts products, int input, PlaneGrid grid, long seed)
    {
        var field = new double[grid.Points];
        new RandomStream(seed, "field").Normal(field);
        for (int i = 0; i < field.Length; i++) field[i] *= products.InputScale;
        var spectrum = new double[grid.Transform.SpectrumSize];
        grid.Transform.Forward(field, spectrum);
        for (int l = 0; l < grid.Ny; l++)
        {
            if (l != grid.Ny / 2) spectrum.AsSpan(l * (grid.Nx + 2), grid.Nx).CopyTo(products.Input(input, l));
        }
    }

    // The product, and one that knows where it is.
    private static void Multiply(ReadOnlySpan<double> inputs, Span<double> outputs, int first)
    {
        int n = inputs.Length / 2;
        for (int i = 0; i < n; i++) (outputs[i], outputs[n + i]) = (inputs[i] * inputs[n + i], inputs[i] * (1 + ((first + i) % 3)));
    }
}
