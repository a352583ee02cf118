using System.Diagnostics;
using System.Text.Json;

namespace Residuum.Cli.Tests;

/// <summary>What only a process of its own can show: exit codes, signals, libraries loaded, time.</summary>
public sealed class ProcessTests(ITestOutputHelper output)
{
    [Fact]
    public void A_mistake_ends_with_code_2_and_one_line()
    {
        using var tool = new ToolProcess("study", "run", "--sed", "1");
        var run = tool.End();
        Assert.Equal((2, "", "residuum: study run: unknown option: found '--sed'; did you mean '--seed'?\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Doctor_computes_with_a_tensor_and_reports_as_json()
    {
        using var tool = new ToolProcess("doctor", "--json", "--threads", "1");
        var run = tool.End();
        using var report = JsonDocument.Parse(run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.True(report.RootElement.GetProperty("works").GetBoolean());
        Assert.Equal(1, report.RootElement.GetProperty("torchThreads").GetInt32());
    }

    [Theory]
    [InlineData("--help", false)]
    [InlineData("study run --help", false)]
    [InlineData("--version", false)]
    [InlineData("study list", false)]
    [InlineData("doctor", true)]
    public void Only_what_computes_loads_libtorch(string line, bool loads)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "asks the loader of glibc");
        using var folder = new TemporaryFolder();
        var clock = Stopwatch.StartNew();
        using var tool = new ToolProcess(line.Split(' '), new() { ["LD_DEBUG"] = "files", ["LD_DEBUG_OUTPUT"] = folder.File("loaded") });
        Assert.Equal(0, tool.End().ExitCode);
        output.WriteLine($"residuum {line}: {clock.ElapsedMilliseconds} ms");
        Assert.Equal(loads, Directory.EnumerateFiles(folder.Path).Any(file => File.ReadAllText(file).Contains("libtorch", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ctrl_C_keeps_the_unfinished_run_and_other_options_do_not_resume_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals of Unix");
        using var folder = new TemporaryFolder();
        ToolRun.Here(["discover", "observe", "--output", folder.File("obs.nc"), "--observe-samples", "8", "--observe-spin-up", "20", "--points", "64", "--length", "44"]);
        string[] line = ["discover", "run", "--observations-file", folder.File("obs.nc"), "--model-name", "kuramoto-sivashinsky", "--model-parameters", "advection=0", "--runs", folder.File("runs")];
        using var tool = new ToolProcess([.. line, "--method-replicates", "100000"]);
        while (!File.Exists(Path.Combine(Directory.Exists(folder.File("runs")) ? Directory.EnumerateDirectories(folder.File("runs"), ".partial-*").FirstOrDefault("") : "", "project.yaml"))) Thread.Sleep(20);
        tool.Signal(ToolProcess.Interrupt);
        var stopped = tool.Wait();
        Assert.Equal((130, "residuum: interrupted; the same command with --resume goes on\n"), (stopped.ExitCode, stopped.Error));
        Assert.Contains("partial", ToolRun.Here(["runs", "list", "--runs", folder.File("runs")]).Output, StringComparison.Ordinal);
        Assert.Contains("the unfinished run has other options", ToolRun.Here([.. line, "--resume"]).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ToolProcess.Interrupt, 130)]
    [InlineData(ToolProcess.Terminate, 143)]
    public void A_signal_ends_even_blocked_work_within_seconds(int signal, int exitCode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals of Unix");
        using var tool = new ToolProcess("study", "run", "--options", "-", "--all");
        tool.Input.Write("# the options are still being written");
        tool.Input.Flush();
        Thread.Sleep(1500);
        var clock = Stopwatch.StartNew();
        tool.Signal(signal);
        Assert.Equal(exitCode, tool.Wait().ExitCode);
        output.WriteLine($"ended after {clock.ElapsedMilliseconds} ms");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }
}
