using System.Text.Json.Nodes;

namespace Residuum.Experiments.Methods;

/// <summary>A result that says how it reads on a terminal. A result without it is shown as JSON.</summary>
public interface IVerbResult
{
    /// <summary>Writes the result for a reader.</summary>
    /// <param name="page">Where to.</param>
    void Write(IPage page);

    /// <summary>The result for a script; null to take its public properties.</summary>
    JsonNode? ToJson() => null;

    /// <summary>What the tool's exit code says of it.</summary>
    Outcome Outcome() => Methods.Outcome.Done;
}

/// <summary>How a verb's work ended.</summary>
public enum Outcome
{
    /// <summary>Done: exit code 0.</summary>
    Done,

    /// <summary>Something failed that the result tells of: exit code 1.</summary>
    Failed,

    /// <summary>A gate does not hold, or a corrected model fails its held-out validation: exit code 3.</summary>
    DoesNotHold,
}
