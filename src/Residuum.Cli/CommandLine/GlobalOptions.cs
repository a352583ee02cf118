using Residuum.Numerics.Options;

namespace Residuum.Cli.CommandLine;

/// <summary>Options that every command has.</summary>
internal sealed record GlobalOptions
{
    [Option("Write the result as JSON.")]
    public bool Json { get; init; }

    [Option("Say nothing but the result and errors.")]
    public bool Quiet { get; init; }

    [Option("Show the whole exception when something fails.")]
    public bool Debug { get; init; }

    [Option("Seed of the random streams.")]
    public long? Seed { get; init; }

    [Option("Threads; by default one a core.", Range = "[1, 4096]")]
    public int? Threads { get; init => field = value is { } count ? Require.Declared(this, count) : null; }

    [Option("Give the same bits on every x86-64 machine, at some cost in speed.")]
    public bool Reproducible { get; init; }

    [Option("Folder of data sets, looked in first.", Value = "DIR")]
    public string? Data { get; init; }

    [Option("Folder of the runs.", Value = "DIR")]
    public string Runs { get; init; } = "runs";
}
