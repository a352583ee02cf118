using Residuum.Data.Safetensors;
using Residuum.Neural.Training;
using Residuum.Numerics.Errors;

namespace Residuum.Neural.Tests.Training;

[Collection(nameof(Alone))]
public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static readonly TrainingOptions[] Runs =
    [
        new() { Steps = 50, BatchSize = 12, LearningRate = 0.02, Schedule = ScheduleKind.Cosine },
        new() { Steps = 50, BatchSize = 12, LearningRate = 0.02, AmsGrad = true, Accumulate = 3, ClipNorm = 0.1 },
        new() { Steps = 50, BatchSize = 10, LearningRate = 0.02, Optimizer = OptimizerKind.Sgd, Schedule = ScheduleKind.StepDecay, DecayEvery = 7, WarmUp = 5 },
        new() { Steps = 50, LearningRate = 0.1, Optimizer = OptimizerKind.Lbfgs, History = 4 },
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_resumed_run_equals_the_whole_one_in_every_bit(int run)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var options = Runs[run];
        string path = _folder.File("run.safetensors");
        using Toy whole = new(), first = new(), second = new();
        TrainingResult expected, found;
        using (var loop = whole.Loop(options, validation: Judge(whole))) expected = loop.Run();
        using (var loop = first.Loop(options, new CheckpointPlan(path, 23), Judge(first))) StopAfter(23, loop);
        using (var loop = second.Loop(options, validation: Judge(second)))
        {
            loop.Resume(path);
            found = loop.Run();
        }
        Assert.Equal(whole.Bits(), second.Bits());
        Assert.Equal(expected.Losses, found.Losses);
        Assert.Equal((expected.BestScore, expected.BestStep, expected.Stop), (found.BestScore, found.BestStep, found.Stop));
    }

    [Fact]
    public void A_checkpoint_is_a_safetensors_file_that_others_can_open()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        string path = Saved(new TrainingOptions { Steps = 5 });
        using var file = SafetensorsFile.Open(path);
        Assert.Equal("5", file.Metadata["step"]);
        Assert.Contains(file.Tensors, tensor => tensor.Name == "network/layers.0.weight");
        Assert.Contains(file.Tensors, tensor => tensor.Name == "optimizer/mean/layers.1.bias");
    }

    [Fact]
    public void Other_options_another_seed_another_network_and_other_files_are_refused()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var options = new TrainingOptions { Steps = 5 };
        string path = Saved(options);
        using var toy = new Toy();
        Assert.Contains("another LearningRate: found 0.001, expected 0.5", Refusal(options with { LearningRate = 0.5 }, 7, toy));
        Assert.Contains("another seed: found 7, expected 8", Refusal(options, 8, toy));
        using var other = new Toy(TorchSharp.torch.ScalarType.Float64);
        Assert.Contains("the network does not fit", Refusal(options, 7, other));
        SafetensorsWriter.Write(path, [SafetensorsWriter.Content("a", new[] { 1.0 }, 1)]);
        Assert.Contains("not a checkpoint", Refusal(options, 7, toy));

        string Refusal(TrainingOptions run, long seed, Toy fit)
        {
            using var loop = fit.Loop(run, seed: seed);
            return Assert.Throws<UserError>(() => loop.Resume(path)).Message;
        }
    }

    private string Saved(TrainingOptions options)
    {
        string path = _folder.File("saved.safetensors");
        using var toy = new Toy();
        using var loop = toy.Loop(options, new CheckpointPlan(path, 5));
        loop.Run();
        return path;
    }

    private static Validation Judge(Toy toy) => new(() => toy.Network.Layers[0].Weight.sum().item<float>(), Every: 4, Patience: 1000);

    private static void StopAfter(int step, TrainingLoop loop)
    {
        using var cancel = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => loop.Run(new Stopper(step, cancel), cancel.Token));
    }

    // Fifty steps are fewer than a hundred: progress is told of each.
    private sealed class Stopper(int step, CancellationTokenSource cancel) : IProgress<Numerics.Progress>
    {
        private int _told;

        public void Report(Numerics.Progress value)
        {
            if (++_told == step) cancel.Cancel();
        }
    }
}
