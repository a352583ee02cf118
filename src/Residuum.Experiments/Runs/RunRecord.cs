using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Residuum.Experiments.Runs;

/// <summary>The content of <c>run.json</c>: what ran, with what, where and when.</summary>
public sealed record RunRecord
{
    /// <summary>Version of this file's form.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>Eight hexadecimal digits, unique in its store.</summary>
    public required string Id { get; init; }

    /// <summary>What ran.</summary>
    public required RunCommand Command { get; init; }

    /// <summary>When it began, in UTC; a resumed run keeps its first beginning.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How often it was resumed.</summary>
    public int Resumed { get; init; }

    /// <summary>Seconds of work, over all its parts; null until it is complete.</summary>
    public double? Seconds { get; init; }

    /// <summary>Largest resident memory in bytes; null until it is complete or where the system does not tell.</summary>
    public long? PeakBytes { get; init; }

    /// <summary>Version of Residuum, with the commit after a plus sign.</summary>
    public string Version { get; init; } = ProductVersion;

    /// <summary>The .NET runtime.</summary>
    public string Runtime { get; init; } = RuntimeInformation.FrameworkDescription;

    /// <summary>Operating system, architecture and number of processors.</summary>
    public string Machine { get; init; } = string.Create(
        CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} processors");

    /// <summary>The commit that was built; empty where it is not known.</summary>
    public string Commit() => Version.IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus ? Version[(plus + 1)..] : "";

    internal string FolderName => StartedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + "-" + Id;

    internal static string ProductVersion { get; } =
        typeof(RunRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
