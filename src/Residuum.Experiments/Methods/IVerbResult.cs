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

    /// <summary>Whether what had to hold holds; otherwise the tool ends with exit code 3.</summary>
    bool Holds() => true;
}
