using Residuum.Neural.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Residuum.Neural.Tests.Training;

/// <summary>The rules judged by torch's own.</summary>
[Collection(nameof(Alone))]
public sealed class OptimizerTests
{
    [Theory]
    [InlineData(OptimizerKind.Adam, false)]
    [InlineData(OptimizerKind.Adam, true)]
    [InlineData(OptimizerKind.Sgd, false)]
    [InlineData(OptimizerKind.Lbfgs, false)]
    public void Weights_follow_those_of_torchs_rule(OptimizerKind kind, bool amsGrad)
    {
        using var scope = NewDisposeScope();
        const int Steps = 40;
        const double Rate = 0.02;
        using Toy ours = new(ScalarType.Float64), theirs = new(ScalarType.Float64);
        var options = new TrainingOptions { Steps = Steps, LearningRate = Rate, Optimizer = kind, AmsGrad = amsGrad, History = 5 };
        using (var loop = ours.Loop(options)) loop.Run();

        using optim.Optimizer rule = kind switch
        {
            OptimizerKind.Sgd => optim.SGD(theirs.Network.parameters(), Rate, momentum: 0.9),
            OptimizerKind.Lbfgs => optim.LBFGS(theirs.Network.parameters(), Rate, max_iter: 1, history_size: 5),
            _ => optim.Adam(theirs.Network.parameters(), Rate, amsgrad: amsGrad),
        };
        for (int step = 0; step < Steps; step++)
        {
            rule.step(() =>
            {
                rule.zero_grad();
                var loss = theirs.Loss(new Batch(step, null));
                loss.backward();
                return loss;
            });
        }
        foreach (var (a, b) in ours.Network.parameters().Zip(theirs.Network.parameters()))
            Assert.True((a - b).abs().max().ToDouble() <= 1e-9, $"largest difference {(a - b).abs().max().ToDouble()}");
    }

    [Fact]
    public void Lbfgs_reaches_the_bottom_of_a_quadratic_that_gradient_descent_does_not()
    {
        using var scope = NewDisposeScope();
        using var network = new Neural.Layers.DenseStack([2, 1], Neural.Layers.Activation.Identity, seed: 0, ScalarType.Float64);
        var x = tensor(new double[] { 1, 0, 0, 30, 1, 1, -1, 2 }, [4, 2], dtype: ScalarType.Float64);
        var y = tensor(new double[] { 1, 2, 3, 4 }, [4, 1], dtype: ScalarType.Float64);
        using var loop = new TrainingLoop(network, 4, _ => (network.forward(x) - y).square().mean(), new TrainingOptions { Steps = 40, Optimizer = OptimizerKind.Lbfgs, LearningRate = 1 }, seed: 0);
        double best = loop.Run().Losses[^1];
        double least = linalg.lstsq(cat([x, ones(4, 1, ScalarType.Float64)], 1), y).Solution is var w ? (cat([x, ones(4, 1, ScalarType.Float64)], 1).matmul(w) - y).square().mean().ToDouble() : 0;
        Assert.Equal(least, best, 1e-10);
    }
}
