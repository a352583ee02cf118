using System.Diagnostics;

namespace Residuum.Tests;

/// <summary>Programs that a test runs.</summary>
internal static class ChildProcess
{
    /// <summary>Standard output of a program; the test fails where the program does, with what it said.</summary>
    public static string Output(string program, params string[] arguments)
    {
        var (code, output, error) = Run(program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)} ended with {code}:\n{output}\n{error}");
        return output;
    }

    /// <summary>Exit code, standard output and standard error of a program.</summary>
    public static (int Code, string Output, string Error) Run(string program, params string[] arguments)
    {
        using var child = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = child.StandardError.ReadToEndAsync();
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return (child.ExitCode, output, error.Result);
    }
}
