using System.Numerics;
using System.Runtime.InteropServices;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Numerics.Tests.Transforms;

public sealed class PlaneTransformTests
{
    public static TheoryData<int, int, int> Sizes => new() { { 2, 1, 1 }, { 4, 3, 2 }, { 12, 8, 3 }, { 10, 14, 1 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Equals_the_defining_sum_and_inverts(int nx, int ny, int fields) => Check(PlaneTransform.Create(nx, ny), fields);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void So_does_the_transform_through_libtorch(int nx, int ny, int fields) => Check(new TorchPlaneTransform(nx, ny), fields);

    [Fact]
    public void Refuses_odd_lengths_and_ragged_fields()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PlaneTransform.Create(7, 4));
        Assert.Throws<ArgumentException>(() => PlaneTransform.Create(8, 4).Forward(new double[33], new double[40]));
        Assert.Throws<ArgumentException>(() => PlaneTransform.Create(8, 4).Inverse(new double[80], new double[32]));
    }

    [Fact]
    public void One_instance_serves_threads_at_a_time_with_equal_bits()
    {
        var transform = PlaneTransform.Create(32, 24);
        double[] values = Noise(transform.FieldSize);
        double[] Spectrum()
        {
            var spectrum = new double[transform.SpectrumSize];
            for (int i = 0; i < 20; i++) transform.Forward(values, spectrum);
            return spectrum;
        }

        double[] alone = Spectrum();
        var together = new double[8][];
        Parallel.For(0, together.Length, i => together[i] = Spectrum());
        Assert.All(together, spectrum => Assert.Equal(alone, spectrum));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(2, 0)]
    [InlineData(1, 3)]
    [InlineData(0, 8)]
    public void Derivatives_are_those_of_a_wave(int orderX, int orderY)
    {
        var grid = PlaneGrid.Periodic(16, 24, 2 * Math.PI, 4 * Math.PI);
        double[] Wave(int dx, int dy) => [.. grid.Y.SelectMany(y => grid.X.Select(x =>
            Math.Pow(2, dx) * Math.Sin((2 * x) + (dx * Math.PI / 2)) * Math.Pow(1.5, dy) * Math.Cos((1.5 * y) + (dy * Math.PI / 2))))];
        double[] derivative = grid.Derivative(Wave(0, 0), orderX, orderY), expected = Wave(orderX, orderY);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], derivative[i], 1e-9);
    }

    [Fact]
    public void Odd_derivatives_of_the_shortest_waves_are_zero()
    {
        var grid = PlaneGrid.Periodic(8, 6, 1, 1);
        double[] alongX = [.. grid.Y.SelectMany(_ => Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? 1.0 : -1))];
        double[] alongY = [.. Enumerable.Range(0, 6).SelectMany(j => Enumerable.Repeat(j % 2 == 0 ? 1.0 : -1, 8))];
        Assert.All(grid.Derivative(alongX, 1, 0), value => Assert.Equal(0, value, 1e-12));
        Assert.All(grid.Derivative(alongY, 0, 1), value => Assert.Equal(0, value, 1e-12));
        Assert.Contains(grid.Derivative(alongX, 2, 0), value => Math.Abs(value) > 1);
    }

    private static void Check(PlaneTransform transform, int fields)
    {
        double[] values = Noise(fields * transform.FieldSize), spectra = new double[fields * transform.SpectrumSize], back = new double[values.Length];
        transform.Forward(values, spectra);
        double[] kept = (double[])spectra.Clone();
        var modes = MemoryMarshal.Cast<double, Complex>(spectra).ToArray();
        for (int mode = 0; mode < modes.Length; mode++)
        {
            int k = mode % transform.ModesX, l = mode / transform.ModesX % transform.Ny, field = mode / transform.ModesX / transform.Ny;
            Complex sum = 0;
            for (int i = 0; i < transform.FieldSize; i++)
            {
                double phase = ((double)(i % transform.Nx) * k / transform.Nx) + ((double)(i / transform.Nx) * l / transform.Ny);
                sum += values[(field * transform.FieldSize) + i] * Complex.FromPolarCoordinates(1, -2 * Math.PI * phase);
            }
            Assert.Equal(0, Complex.Abs(sum - modes[mode]), 1e-11);
        }
        transform.Inverse(spectra, back);
        Assert.Equal(kept, spectra);
        for (int i = 0; i < values.Length; i++) Assert.Equal(values[i], back[i], 1e-13);
    }

    private static double[] Noise(int size)
    {
        var values = new double[size];
        new RandomStream(1, "test").Normal(values);
        return values;
    }
}
