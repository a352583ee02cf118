using System.Diagnostics;
using System.Runtime.CompilerServices;
using Residuum.Neural.Training;

namespace Residuum.Neural.Tests.Training;

/// <summary>This test program, started again as a process that trains the toy, to be killed or to run with other threads.</summary>
internal static class OtherProcess
{
    private const string Variable = "RESIDUUM_TEST_TRAIN_INTO";

    public static TrainingOptions Options { get; } = new() { Steps = 120, BatchSize = 16, LearningRate = 0.01, Schedule = ScheduleKind.Cosine };

    /// <summary>Starts a training run with a checkpoint at every tenth step; it goes on where a checkpoint stands, and writes its weights' bits beside it.</summary>
    public static Process Start(string checkpoint, int? threads = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(OtherProcess).Assembly.Location);
        start.Environment[Variable] = checkpoint;
        if (threads is { } count) start.Environment["OMP_NUM_THREADS"] = start.Environment["MKL_NUM_THREADS"] = $"{count}";
        return Process.Start(start)!;
    }

    public static string Bits(string checkpoint) => File.ReadAllText(checkpoint + ".bits");

    /// <summary>Runs before the test runner sees the process.</summary>
    [ModuleInitializer]
    internal static void TrainInsteadOfTests()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } checkpoint) return;
        Numerics.Runtime.TorchRuntime.Attach();
        using var toy = new Toy();
        using var loop = toy.Loop(Options, new CheckpointPlan(checkpoint, 10), hook: _ => Thread.Sleep(1)); // long enough to be hit between its writes
        if (File.Exists(checkpoint)) loop.Resume(checkpoint);
        loop.Run();
        File.WriteAllText(checkpoint + ".bits", toy.Bits());
        Environment.Exit(0);
    }
}
