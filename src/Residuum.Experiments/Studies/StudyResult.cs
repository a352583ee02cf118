using System.Text.Json;
using System.Text.Json.Serialization;
using Residuum.Experiments.Runs;

namespace Residuum.Experiments.Studies;

/// <summary>The stable contract of <c>study run --json</c>.</summary>
public sealed record StudyResult
{
    /// <summary>Version of this contract.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>Slug of the study.</summary>
    public required string Study { get; init; }

    /// <summary>The profile.</summary>
    public required Profile Profile { get; init; }

    /// <summary>Seconds of work.</summary>
    public required double Seconds { get; init; }

    /// <summary>Largest resident memory in bytes (VmHWM); null where the system does not tell.</summary>
    public required long? PeakBytes { get; init; }

    /// <summary>The claims, in the order of the study.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Folder of the run; empty where none was written.</summary>
    public required string Run { get; init; }

    /// <summary>Whether every gate and control holds; reports do not count.</summary>
    [JsonIgnore]
    public bool Passes => !Claims.Any(claim => claim.FailsRun);

    /// <summary>The contract as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RunJson.Indented);
}

/// <summary>The content of <c>claims.json</c>: the contract without what differs between two identical runs.</summary>
internal sealed record ClaimsFile(int SchemaVersion, string Study, Profile Profile, IReadOnlyList<Claim> Claims)
{
    public const string Name = "claims.json";
}
