namespace Residuum.Experiments.Methods;

/// <summary>The options that every verb has.</summary>
public sealed record VerbSettings
{
    /// <summary>Seed of the run's random streams; null where none was given.</summary>
    public long? Seed { get; init; }

    /// <summary>Folder of the runs.</summary>
    public string RunsFolder { get; init; } = "runs";

    /// <summary>Folder of data sets that is looked in first, if given.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Whether only sizes, time and memory are asked for.</summary>
    public bool DryRun { get; init; }

    /// <summary>The run to continue: its name, empty for the latest, null for a new run.</summary>
    public string? Resume { get; init; }

    /// <summary>Program and arguments that start this tool in another process; empty where there is none.</summary>
    public IReadOnlyList<string> Tool { get; init; } = [];

    /// <summary>Whether commands from options files run without a question.</summary>
    public bool Trust { get; init; }
}
