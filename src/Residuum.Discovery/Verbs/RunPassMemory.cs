using System.Text.Json;
using System.Text.Json.Serialization;
using Residuum.Experiments.Runs;

namespace Residuum.Discovery.Verbs;

/// <summary>Keeps the passes of a discovery as checkpoints of its run folder.</summary>
internal sealed class RunPassMemory(RunFolder folder) : IPassMemory
{
    // The first pass has no change: NaN. Doubles are written with every digit, so that a resumed run has the same bits.
    private static readonly JsonSerializerOptions Exact = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public PassState? Recall(int attempt) => folder.Restore(Name(attempt)) is { } bytes ? JsonSerializer.Deserialize<PassState>(bytes, Exact) : null;

    public void Keep(int attempt, PassState state)
    {
        folder.Checkpoint(Name(attempt), JsonSerializer.SerializeToUtf8Bytes(state, Exact));
        folder.Trace("pass", new { attempt, pass = state.Records.Count, terms = state.Next.Sum(c => c.Count(value => value != 0)) });
    }

    private static string Name(int attempt) => $"passes-{attempt}";
}
