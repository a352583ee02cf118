namespace Residuum.Experiments.Methods;

/// <summary>A result that says how it reads on a terminal. A result without it is shown as JSON.</summary>
public interface IVerbResult
{
    /// <summary>The result as text, lines ended; may be written to a file as it is.</summary>
    string ToText();

    /// <summary>Whether what had to hold holds; otherwise the tool ends with exit code 3.</summary>
    bool Holds() => true;
}
