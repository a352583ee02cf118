namespace Residuum.Numerics.Options;

/// <summary>Declares an option, once: the flag, the YAML key, the help line, the schema and the reference page derive from it.</summary>
/// <param name="summary">One sentence for the help page.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(string summary) : Attribute
{
    /// <summary>One sentence for the help page.</summary>
    public string Summary { get; } = summary;

    /// <summary>Accepted interval in mathematical notation, such as <c>(0, inf)</c> or <c>[0, 1]</c>; empty accepts every finite number.</summary>
    public string Range { get; init; } = "";

    /// <summary>Unit of the value; empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Word for the value in help pages, such as <c>FILE</c>; empty for the one of its type.</summary>
    public string Value { get; init; } = "";

    /// <summary>Where the default comes from: card and step, paper, or measurement.</summary>
    public string Source { get; init; } = "";
}
