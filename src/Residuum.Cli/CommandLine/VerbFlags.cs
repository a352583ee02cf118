using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Numerics.Options;

namespace Residuum.Cli.CommandLine;

/// <summary>Options of the host that only some verbs have.</summary>
internal sealed record VerbFlags
{
    public const string LatestRun = "latest";

    [Option("YAML file with any of these options; a flag overrides it.", Value = "FILE")]
    public string? Options { get; init; }

    [Option("Print the JSON Schema of the options file and end.")]
    public bool Schema { get; init; }

    [Option("Print sizes, time and memory, and do no work.")]
    public bool DryRun { get; init; }

    [Option("Continue an interrupted run: the latest of the same command, or the one named.", Value = "[=RUN]")]
    public string? Resume { get; init; }

    [Option("Run commands that the options file brings without asking.")]
    public bool Trust { get; init; }

    /// <summary>Those that a verb has.</summary>
    public static IEnumerable<OptionDeclaration> For(Verb verb)
    {
        bool hasOptions = verb.Schema.Options.Count > 0;
        return OptionSchema.Of<VerbFlags>().Options.Where(option => option.Property.Name switch
        {
            nameof(Options) => hasOptions && verb.Inputs.All(input => input.Kind != InputKind.Options),
            nameof(Schema) => hasOptions,
            nameof(DryRun) => verb.HasDryRun,
            nameof(Resume) => verb.HasResume,
            _ => verb.RunsCommands,
        });
    }
}
