using System.Reflection;
using ArchUnitNET.Loader;

namespace Residuum.Architecture.Tests;

/// <summary>The house as DESIGN.md draws it: every project and its floor.</summary>
internal static class House
{
    public const int StudiesFloor = 4, ProgramsFloor = 5;

    public static IReadOnlyDictionary<string, int> Floors { get; } = new Dictionary<string, int>
    {
        ["Residuum.Numerics"] = 0,
        ["Residuum.Data"] = 1,
        ["Residuum.Experiments"] = 2,
        ["Residuum.Neural"] = 2,
        ["Residuum.Discovery"] = 3,
        ["Residuum.Approximation"] = 3,
        ["Residuum.Compression"] = 3,
        ["Residuum.Distribution"] = 3,
        ["Residuum.Estimation"] = 3,
        ["Residuum.Adaptation"] = 3,
        ["Residuum.Reasoning"] = 3,
        ["Residuum.Restoration"] = 3,
        ["Residuum.Studies"] = StudiesFloor,
        ["Residuum.Cli"] = ProgramsFloor,
        ["Residuum.Studio"] = ProgramsFloor,
    };

    /// <summary>The projects that exist.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetDirectories(Repository.File("src")).Where(folder => Directory.GetFiles(folder, "*.csproj").Length > 0).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public static IReadOnlyDictionary<string, Assembly> Assemblies { get; } =
        Projects.ToDictionary(project => project, project => Assembly.Load(project == "Residuum.Cli" ? "residuum" : project));

    /// <summary>All types and their dependencies, as read from the assemblies.</summary>
    public static ArchUnitNET.Domain.Architecture Types { get; } = new ArchLoader().LoadAssemblies([.. Assemblies.Values]).Build();

    /// <summary>Libraries: what is no program.</summary>
    public static IEnumerable<string> Libraries => Projects.Where(project => Floors[project] < ProgramsFloor);

    public static IEnumerable<string> SourceFiles(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Repository.File(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
