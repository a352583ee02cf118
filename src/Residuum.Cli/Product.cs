using Residuum.Cli.CommandLine;
using Residuum.Cli.Commands;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Studies;
using Residuum.Studies;

namespace Residuum.Cli;

/// <summary>Everything that the tool offers.</summary>
internal static class Product
{
    public const string Summary = "Residuum finds, measures, compensates and controls the errors of models.";

    /// <summary>Commands with subcommands: the rooms, then the tool's own.</summary>
    public static IReadOnlyList<CommandGroup> Groups { get; } =
    [
        .. Rooms.All.Select(room => new CommandGroup(room.Verb, room.Summary, () => room.Verbs) { Shortcuts = room.Shortcuts }),
        new("study", "Measure the claims of the papers.", () => StudyCommands.Verbs),
        new("data", "Find the data sets that the product knows.", () => DataCommands.Verbs),
        new("runs", "Look at what runs left.", () => RunsCommands.Verbs),
    ];

    /// <summary>Commands without.</summary>
    public static IReadOnlyList<Verb> Verbs { get; } = [CiteCommand.Verb, DoctorCommand.Verb, CompletionCommand.Verb];

    /// <summary>Every study.</summary>
    public static IReadOnlyList<Study> Studies => AllStudies.List;

    /// <summary>What to try first.</summary>
    public static IReadOnlyList<Example> Examples { get; } =
    [
        new("residuum discover demo", "Finds the missing term of a chaotic solver, from making the observations to the report."),
        new("residuum study run medida-ks", "Measures the claims of a paper and prints them as a table."),
        new("residuum doctor", "Says what was loaded, from where, and what is missing."),
    ];
}
