using System.Diagnostics;

namespace Residuum.Tests;

/// <summary>What a test needs beside .NET: without it the test is skipped by name, and fails where <c>CI=true</c>.</summary>
/// <remarks>Mark such a test with <c>[Trait("Needs", "python")]</c>, or gcc, mpi, chromium, model.</remarks>
internal static class Needs
{
    private static readonly bool SkippingFails = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Path of a program on the search path.</summary>
    public static string Program(string name, string? debianPackage = null)
    {
        string? path = Search(name);
        if (path is null) Missing($"the program {name}", debianPackage ?? name);
        return path!;
    }

    /// <summary>Path of a Python 3 that has a module; Debian's own comes first.</summary>
    public static string PythonModule(string module)
    {
        string python = Python();
        using var import = Process.Start(new ProcessStartInfo(python, ["-c", $"import {module}"]) { RedirectStandardError = true })!;
        import.StandardError.ReadToEnd();
        import.WaitForExit();
        if (import.ExitCode != 0) Missing($"Python's module {module}", $"python3-{module.ToLowerInvariant()}");
        return python;
    }

    /// <summary>Path of Python 3; Debian's own comes first.</summary>
    public static string Python() =>
        File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : Program("python3");

    /// <summary>Skips, or fails where <c>CI=true</c>, a test that needs something absent.</summary>
    public static void Missing(string what, string debianPackage)
    {
        string reason = $"needs {what} (Debian: apt-get install {debianPackage})";
        if (SkippingFails) Assert.Fail(reason);
        Assert.Skip(reason);
    }

    private static string? Search(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);
}
