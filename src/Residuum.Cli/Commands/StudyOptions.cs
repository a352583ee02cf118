using Residuum.Experiments.Studies;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Cli.Commands;

/// <summary>How much of a study is run.</summary>
internal sealed record StudyRunOptions
{
    [Option("How much is run: smoke (seconds), quick (minutes) or full (the paper's sizes).")]
    public Profile Profile { get; init; } = Profile.Quick;

    [Option("Same as --profile smoke.")]
    public bool Smoke { get; init; }

    [Option("Same as --profile full.")]
    public bool Full { get; init; }

    [Option("Run every study.")]
    public bool All { get; init; }

    public Profile Chosen() => (Smoke, Full) switch
    {
        (true, true) => throw new UserError("--smoke and --full together", "study run", expected: "one of the two"),
        (true, _) => Profile.Smoke,
        (_, true) => Profile.Full,
        _ => Profile,
    };
}

/// <summary>Where the page of claims goes.</summary>
internal sealed record StudyReportOptions
{
    [Option("File of the page; its folder must exist.", Value = "FILE")]
    public string Output { get; init; } = "docs/claims.md";
}
