namespace Residuum.Numerics.Runtime;

/// <summary>The files that are mapped into this process, where the system tells (Linux).</summary>
internal static class ProcessMap
{
    private const string Map = "/proc/self/maps";

    /// <summary>Path of a loaded library; null where it is not loaded, or not told.</summary>
    /// <param name="name">Start of its file name.</param>
    public static string? Find(string name) =>
        Files().FirstOrDefault(path => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal));

    private static IEnumerable<string> Files() =>
        File.Exists(Map)
            ? File.ReadLines(Map).Select(line => line.IndexOf('/') is var at and >= 0 ? line[at..] : "").Where(path => path.Length > 0).Distinct()
            : [];
}
