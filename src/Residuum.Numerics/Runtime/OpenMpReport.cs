using System.ComponentModel;
using System.Diagnostics;

namespace Residuum.Numerics.Runtime;

/// <summary>What the OpenMP library makes of its environment, in its own words.</summary>
/// <param name="Library">Path of the library; null where it was not found.</param>
/// <param name="Environment"><c>OMP_WAIT_POLICY</c> as native code sees it; null where it is not set.</param>
/// <param name="WaitPolicy">The policy as the library reports it: <c>passive</c> or <c>active</c>; null where it could not be asked.</param>
/// <param name="SpinCount">How often an idle thread looks before it sleeps, as the library reports it.</param>
/// <param name="Threads">Threads of a parallel region, as the library reports it.</param>
public sealed record OpenMpReport(string? Library, string? Environment, string? WaitPolicy, string? SpinCount, string? Threads)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Asks the library: it prints its settings when it is loaded, so a child process that does nothing else is enough.</summary>
    public static OpenMpReport Ask()
    {
        string? library = FindLibrary();
        var answers = library is not null && OperatingSystem.IsLinux() ? Settings(library) : [];
        return new OpenMpReport(
            library, NativeEnvironment.Seen(NativeEnvironment.WaitPolicy), answers.GetValueOrDefault(NativeEnvironment.WaitPolicy)?.ToLowerInvariant(),
            answers.GetValueOrDefault("GOMP_SPINCOUNT"), answers.GetValueOrDefault("OMP_NUM_THREADS"));
    }

    private static string? FindLibrary() =>
        ProcessMap.Find("libgomp") ?? Beside(NativeLibraries.Find("torch_cpu"), "libgomp*.so*");

    private static string? Beside(string? file, string pattern) =>
        file is null ? null : Directory.EnumerateFiles(Path.GetDirectoryName(file)!, pattern).FirstOrDefault();

    private static Dictionary<string, string> Settings(string library)
    {
        var start = new ProcessStartInfo("/bin/true") { RedirectStandardError = true };
        start.Environment["LD_PRELOAD"] = library;
        start.Environment["OMP_DISPLAY_ENV"] = "verbose";
        start.Environment[NativeEnvironment.WaitPolicy] = NativeEnvironment.Seen(NativeEnvironment.WaitPolicy);
        try
        {
            using var child = Process.Start(start)!;
            string told = child.StandardError.ReadToEnd();
            if (!child.WaitForExit(Patience)) child.Kill();
            return Parse(told);
        }
        catch (Win32Exception)
        {
            return [];
        }
    }

    // Lines such as "  OMP_WAIT_POLICY = 'PASSIVE'".
    private static Dictionary<string, string> Parse(string told) =>
        told.Split('\n').Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 2)
            .DistinctBy(parts => parts[0].Split(' ')[^1]).ToDictionary(parts => parts[0].Split(' ')[^1], parts => parts[1].Trim('\''));
}
