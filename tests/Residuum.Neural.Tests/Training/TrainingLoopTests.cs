using Residuum.Neural.Training;
using Residuum.Numerics;
using Residuum.Numerics.Errors;
using TorchSharp;
using static TorchSharp.torch;

namespace Residuum.Neural.Tests.Training;

[Collection(nameof(Alone))]
public sealed class TrainingLoopTests
{
    private static readonly TrainingOptions Options = new() { Steps = 60, BatchSize = 16, LearningRate = 0.02 };

    [Fact]
    public void The_loss_falls()
    {
        using var scope = NewDisposeScope();
        using var toy = new Toy();
        using var loop = toy.Loop(Options with { Steps = 400 });
        var result = loop.Run();
        Assert.Equal((400, TrainingStop.StepLimit, 400L), (result.Losses.Count, result.Stop, result.BestStep));
        Assert.True(result.Losses[^1] < 0.05 * result.Losses[0], $"{result.Losses[0]} to {result.Losses[^1]}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_other_batches()
    {
        using var scope = NewDisposeScope();
        string[] bits = [.. new long[] { 7, 7, 8 }.Select(seed =>
        {
            using var toy = new Toy();
            using var loop = toy.Loop(Options, seed: seed);
            loop.Run();
            return toy.Bits();
        })];
        Assert.Equal(bits[0], bits[1]);
        Assert.NotEqual(bits[0], bits[2]);
    }

    [Fact]
    public void Accumulated_batches_are_one_large_batch()
    {
        using var scope = NewDisposeScope();
        using Toy parts = new(ScalarType.Float64), whole = new(ScalarType.Float64);
        using (var loop = parts.Loop(Options with { Steps = 1, Accumulate = 4, Optimizer = OptimizerKind.Sgd })) loop.Run();
        using (var loop = whole.Loop(Options with { Steps = 1, BatchSize = 0, Optimizer = OptimizerKind.Sgd })) loop.Run(); // four of 16 are all 64
        foreach (var (a, b) in parts.Network.parameters().Zip(whole.Network.parameters())) Assert.True((a - b).abs().max().ToDouble() < 1e-14);
    }

    [Fact]
    public void Whoever_asks_sees_each_parameters_gradient_and_may_change_it()
    {
        using var scope = NewDisposeScope();
        using var toy = new Toy();
        string before = toy.Bits();
        var steps = new List<long>();
        using var loop = toy.Loop(Options with { Steps = 3, Optimizer = OptimizerKind.Sgd }, hook: gradients =>
        {
            steps.Add(gradients.Step);
            Assert.Equal(toy.Network.named_parameters().Select(pair => pair.name), gradients.Names);
            Assert.All(gradients.Values.Zip(gradients.Parameters), pair => Assert.Equal(pair.Second.shape, pair.First.shape));
            foreach (var gradient in gradients.Values) gradient.zero_();
        });
        loop.Run();
        Assert.Equal([0L, 1, 2], steps);
        Assert.Equal(before, toy.Bits());
    }

    [Fact]
    public void Clipping_bounds_the_norm_of_all_gradients_together()
    {
        using var scope = NewDisposeScope();
        using var toy = new Toy(ScalarType.Float64);
        double before = 0, moved;
        var start = toy.Network.parameters().Select(parameter => parameter.detach().clone()).ToList();
        using (var loop = toy.Loop(new TrainingOptions { Steps = 1, LearningRate = 1, Optimizer = OptimizerKind.Sgd, ClipNorm = 1e-3 },
            hook: gradients => before = Math.Sqrt(gradients.Values.Sum(gradient => gradient.square().sum().ToDouble())))) loop.Run();
        moved = Math.Sqrt(toy.Network.parameters().Zip(start).Sum(pair => (pair.First - pair.Second).square().sum().ToDouble()));
        Assert.True(before > 0.1);
        Assert.Equal(1e-3, moved, 1e-12);
    }

    [Fact]
    public void A_loss_that_is_not_finite_names_its_step_and_the_parameter()
    {
        using var scope = NewDisposeScope();
        using var toy = new Toy();
        using var loop = toy.Loop(Options, hook: gradients =>
        {
            if (gradients.Step == 4) gradients.Values[2].fill_(float.NaN);
        });
        var error = Assert.Throws<NonFiniteException>(() => loop.Run());
        Assert.Contains("training step 5, parameter layers.1.weight", error.Message);
    }

    [Fact]
    public void Validation_keeps_the_best_weights_and_stops_out_of_patience()
    {
        using var scope = NewDisposeScope();
        using var toy = new Toy();
        var scores = new Queue<double>([5, 3, 4, 3.5, 3.2, 9]);
        var seen = new List<string>();
        using var loop = toy.Loop(Options, validation: new Validation(() => { seen.Add(toy.Bits()); return scores.Dequeue(); }, Every: 5, Patience: 3));
        var result = loop.Run();
        Assert.Equal((TrainingStop.Validation, 3.0, 10L, 25), (result.Stop, result.BestScore, result.BestStep, result.Losses.Count));
        Assert.Equal(seen[1], toy.Bits());
    }

    [Fact]
    public void Cancelled_training_is_saved_and_goes_on_to_the_same_bits()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        string path = folder.File("run.safetensors");
        using Toy whole = new(), part = new();
        using (var loop = whole.Loop(Options)) loop.Run();

        using var cancel = new CancellationTokenSource();
        using (var loop = part.Loop(Options, new CheckpointPlan(path, 1000), hook: gradients => { if (gradients.Step == 22) cancel.Cancel(); }))
            Assert.Throws<OperationCanceledException>(() => loop.Run(cancel: cancel.Token));
        using var rest = part.Loop(Options);
        rest.Resume(path);
        Assert.Equal(23, rest.Step);
        rest.Run();
        Assert.Equal(whole.Bits(), part.Bits());
    }

    [Fact]
    public void Progress_tells_step_and_loss()
    {
        using var scope = NewDisposeScope();
        using var toy = new Toy();
        using var loop = toy.Loop(Options with { Steps = 200 });
        var told = new List<Progress>();
        loop.Run(new Told(told.Add));
        Assert.Equal(100, told.Count);
        Assert.StartsWith("training step 200 of 200, loss ", told[^1].Stage);
        Assert.Equal(1, told[^1].Fraction);
    }

    [Fact]
    public void A_batch_larger_than_the_samples_is_refused()
    {
        using var scope = NewDisposeScope();
        using var toy = new Toy();
        Assert.Contains("mini-batch", Assert.Throws<UserError>(() => toy.Loop(Options with { BatchSize = 65 })).Message);
    }

    private sealed class Told(Action<Progress> tell) : IProgress<Progress>
    {
        public void Report(Progress value) => tell(value);
    }
}
