using System.Diagnostics;
using System.Runtime.CompilerServices;
using Residuum.Experiments.Runs;
using Residuum.Experiments.Studies;
using Residuum.Experiments.Tests.Studies;

namespace Residuum.Experiments.Tests.Runs;

/// <summary>This test program, started again as a process that runs one study into a store, to be killed.</summary>
internal static class KilledRun
{
    private const string RootVariable = "RESIDUUM_TEST_STUDY_INTO";

    public static MeanStudy Study { get; } = new(atSeed: _ => Thread.Sleep(50)); // long enough to be hit between its writes

    public static RunCommand Command { get; } = StudyRunner.Command(Study, Profile.Quick);

    public static Process Start(string root)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(KilledRun).Assembly.Location);
        start.Environment[RootVariable] = root;
        return Process.Start(start)!;
    }

    /// <summary>Runs before the test runner sees the process.</summary>
    [ModuleInitializer]
    internal static void RunInsteadOfTests()
    {
        if (Environment.GetEnvironmentVariable(RootVariable) is not { } root) return;
        using (var folder = new RunStore(root).Start(Command)) StudyRunner.Run(Study, Profile.Quick, folder);
        Environment.Exit(0);
    }
}
