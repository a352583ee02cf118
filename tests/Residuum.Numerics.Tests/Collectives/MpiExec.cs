using System.Diagnostics;
using Residuum.Numerics.Collectives;

namespace Residuum.Numerics.Tests.Collectives;

/// <summary>Starts this program as the ranks of a job.</summary>
internal static class MpiExec
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // More ranks than processors, root, and a rank that is not tied to one processor: Open MPI wants to be asked for each.
    private static readonly string[] OpenMpiOptions = ["--oversubscribe", "--bind-to", "none", "-x", "TERM=dumb"];

    public static Ended Run(MpiKind kind, int ranks, string what, MpiChoice choice = MpiChoice.Auto, double timeOut = 10)
    {
        string program = kind == MpiKind.Mpich ? Needs.Program("mpiexec.mpich", "mpich") : Needs.Program("mpiexec.openmpi", "openmpi-bin");
        return Start(program, [.. kind == MpiKind.Mpich ? [] : OpenMpiOptions, "-n", $"{ranks}", Environment.ProcessPath!], what, choice, timeOut);
    }

    public static Ended RunWithoutLauncher(string what) => Start(Environment.ProcessPath!, [], what, MpiChoice.Auto, 10);

    private static Ended Start(string program, string[] options, string what, MpiChoice choice, double timeOut)
    {
        using var beats = new TemporaryFolder();
        var start = new ProcessStartInfo(program, [.. options, MpiProbe.Word, what, $"{choice}", beats.Path, $"{timeOut}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMPI_ALLOW_RUN_AS_ROOT"] = start.Environment["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"] = "1";
        long began = Stopwatch.GetTimestamp();
        using var job = Process.Start(start)!;
        job.StandardInput.Close();
        var (output, error) = (job.StandardOutput.ReadToEndAsync(), job.StandardError.ReadToEndAsync());
        bool ended = job.WaitForExit(Limit);
        if (!ended) job.Kill(entireProcessTree: true);
        Assert.True(ended, $"{program} still ran after {Limit.TotalSeconds} s: {error.Result}");
        return new Ended(job.ExitCode, output.Result, error.Result, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    public sealed record Ended(int Code, string Output, string Error, double Seconds);
}
