using Residuum.Neural.Layers;
using Residuum.Numerics.Random;
using TorchSharp;
using static TorchSharp.torch;

namespace Residuum.Neural.Tests.Layers;

[Collection(nameof(Alone))]
public sealed class ConvolutionStackTests
{
    [Fact]
    public void A_convolution_is_the_sum_over_its_neighbours_across_the_edges()
    {
        const int Ny = 5, Nx = 4;
        using var scope = NewDisposeScope();
        var layer = new PeriodicConvolution(2, 1, size: 3, new RandomStream(1, "weights"), ScalarType.Float64);
        double[] x = [.. Enumerable.Range(0, 2 * Ny * Nx).Select(i => Math.Sin(i * i))], w = [.. layer.Weight.detach().data<double>()];
        double[] found = [.. layer.forward(Initial.Of(x, ScalarType.Float64, 1, 2, Ny, Nx)).detach().contiguous().data<double>()];
        for (int point = 0; point < found.Length; point++)
        {
            double sum = layer.Bias[0].ToDouble();
            for (int i = 0; i < w.Length; i++)
            {
                int channel = i / 9, row = ((point / Nx) + (i / 3 % 3) - 1 + Ny) % Ny, column = ((point % Nx) + (i % 3) - 1 + Nx) % Nx;
                sum += w[i] * x[(((channel * Ny) + row) * Nx) + column];
            }
            Assert.Equal(sum, found[point], 1e-14);
        }
    }

    [Fact]
    public void A_moved_plane_gives_the_moved_result()
    {
        using var scope = NewDisposeScope();
        var stack = new ConvolutionStack([2, 6, 3], [5, 3], Activation.Gelu, seed: 2, ScalarType.Float64);
        var x = Initial.Of([.. Enumerable.Range(0, 2 * 9 * 8).Select(i => Math.Cos(i * 0.7 * i))], ScalarType.Float64, 1, 2, 9, 8);
        var moved = stack.forward(x.roll([3, 2], [2, 3])) - stack.forward(x).roll([3, 2], [2, 3]);
        Assert.True(moved.abs().max().ToDouble() < 1e-14);
    }

    [Fact]
    public void Kernels_of_one_point_act_on_each_point_by_itself()
    {
        using var scope = NewDisposeScope();
        var stack = new ConvolutionStack([2, 6, 1], [1, 1], Activation.Tanh, seed: 2, ScalarType.Float64);
        var x = Initial.Of([.. Enumerable.Range(0, 2 * 4 * 4).Select(i => Math.Cos(i))], ScalarType.Float64, 1, 2, 4, 4);
        double before = stack.forward(x)[0, 0, 1, 1].ToDouble();
        x[0, 0, 1, 2] = 99;
        Assert.Equal(before, stack.forward(x)[0, 0, 1, 1].ToDouble());
        x[0, 0, 1, 1] = 99;
        Assert.NotEqual(before, stack.forward(x)[0, 0, 1, 1].ToDouble());
    }

    [Fact]
    public void Kernels_without_a_middle_and_wrong_numbers_of_channels_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PeriodicConvolution(1, 1, size: 2, new RandomStream(0, "weights")));
        Assert.Throws<ArgumentException>(() => new ConvolutionStack([1, 2], [3, 3], Activation.Tanh, seed: 0));
    }
}
