using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Residuum.Cli.Tests;

/// <summary>The built tool as a process of its own.</summary>
public sealed partial class ToolProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);
    private readonly Process _process;

    public ToolProcess(params string[] arguments)
        : this(arguments, [])
    {
    }

    public ToolProcess(string[] arguments, Dictionary<string, string> environment)
    {
        string tool = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "residuum.exe" : "residuum");
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    public const int Interrupt = 2, Terminate = 15;

    public StreamWriter Input => _process.StandardInput;

    public bool HasEnded => _process.HasExited;

    public void Signal(int signal) => Assert.Equal(0, SendSignal(_process.Id, signal));

    /// <summary>SIGKILL, if it still runs.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits for the end, with standard input closed.</summary>
    public ToolRun End()
    {
        _process.StandardInput.Close();
        return Wait();
    }

    /// <summary>Waits for the end, with standard input left open.</summary>
    public ToolRun Wait()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var error = _process.StandardError.ReadToEndAsync();
        if (!_process.WaitForExit(Limit))
        {
            _process.Kill();
            Assert.Fail($"the tool did not end within {Limit.TotalSeconds} s");
        }
        return new ToolRun(_process.ExitCode, output.Result, error.Result);
    }

    public void Dispose() => _process.Dispose();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
