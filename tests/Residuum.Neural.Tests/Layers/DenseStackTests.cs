using Residuum.Neural.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Residuum.Neural.Tests.Layers;

[Collection(nameof(Alone))]
public sealed class DenseStackTests
{
    [Theory]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Silu)]
    [InlineData(Activation.Sine)]
    [InlineData(Activation.Identity)]
    public void Gradients_are_those_of_finite_differences_in_double(Activation activation) => CheckGradients(activation, ScalarType.Float64, step: 1e-6, tolerance: 1e-7);

    [Fact]
    public void Gradients_are_those_of_finite_differences_in_single() => CheckGradients(Activation.Tanh, ScalarType.Float32, step: 1e-2, tolerance: 1e-4);

    [Fact]
    public void The_first_weights_are_a_function_of_the_seed_and_stay_within_torchs_bound()
    {
        using var scope = NewDisposeScope();
        var a = new DenseStack([3, 40, 2], Activation.Tanh, seed: 1);
        manual_seed(99);
        var b = new DenseStack([3, 40, 2], Activation.Tanh, seed: 1);
        var other = new DenseStack([3, 40, 2], Activation.Tanh, seed: 2);
        Assert.Equal(Values(a.Layers[0].Weight), Values(b.Layers[0].Weight));
        Assert.NotEqual(Values(a.Layers[0].Weight), Values(other.Layers[0].Weight));
        Assert.All(Values(a.Layers[1].Weight), weight => Assert.InRange(weight, -1 / Math.Sqrt(40), 1 / Math.Sqrt(40)));
        Assert.Equal(["layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias"], a.named_parameters().Select(pair => pair.name));
    }

    [Fact]
    public void The_last_layer_has_no_activation()
    {
        using var scope = NewDisposeScope();
        var stack = new DenseStack([1, 1], Activation.Relu, seed: 0);
        using (no_grad()) stack.Layers[0].Bias.fill_(-10);
        Assert.True(stack.forward(zeros(1, 1)).ToDouble() < -5);
    }

    [Fact]
    public void A_network_moved_to_double_precision_computes_and_trains_there()
    {
        using var scope = NewDisposeScope();
        var stack = new DenseStack([2, 4, 1], Activation.Tanh, seed: 0);
        double before = stack.forward(ones(1, 2)).ToDouble();
        stack.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, stack.Layers[0].Weight.dtype);
        Assert.Equal(before, stack.forward(ones(1, 2, ScalarType.Float64)).ToDouble(), 1e-6);
        Assert.Equal(4, autograd.grad([stack.forward(ones(1, 2, ScalarType.Float64))], [stack.Layers[0].Bias])[0].numel());
    }

    private static void CheckGradients(Activation activation, ScalarType type, double step, double tolerance)
    {
        using var scope = NewDisposeScope();
        var stack = new DenseStack([2, 7, 5, 2], activation, seed: 3, type);
        var x = Initial.Of([.. Enumerable.Range(0, 12).Select(i => Math.Cos(i))], type, 6, 2);
        Tensor Loss() => stack.forward(x).square().mean();
        var parameters = stack.parameters().ToList();
        var gradients = autograd.grad([Loss()], [.. parameters]);
        double scale = gradients.Max(gradient => gradient.abs().max().ToDouble());
        using var _ = no_grad();
        for (int p = 0; p < parameters.Count; p++)
        {
            var flat = parameters[p].view(-1);
            for (long i = 0; i < flat.numel(); i++)
            {
                double value = flat[i].ToDouble();
                flat[i] = value + step;
                double above = Loss().ToDouble();
                flat[i] = value - step;
                double below = Loss().ToDouble();
                flat[i] = value;
                Assert.InRange(gradients[p].view(-1)[i].ToDouble() - ((above - below) / (2 * step)), -tolerance * scale, tolerance * scale);
            }
        }
    }

    private static float[] Values(Tensor tensor) => [.. tensor.detach().data<float>()];
}
