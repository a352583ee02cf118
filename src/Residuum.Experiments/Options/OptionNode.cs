namespace Residuum.Experiments.Options;

/// <summary>A value in an options file, with the line where it stands.</summary>
/// <param name="Place">File and line.</param>
public abstract record OptionNode(FilePlace Place)
{
    /// <summary>What it is, in the words of a message: <c>'abc'</c>, <c>a list</c>, <c>a section</c>.</summary>
    public abstract string Describe();
}

/// <summary>A single value.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Text">The value as written, without quotes.</param>
/// <param name="Quoted">Whether it stood in quotes, and is a text whatever it looks like.</param>
public sealed record OptionScalar(FilePlace Place, string Text, bool Quoted = false) : OptionNode(Place)
{
    private const int LongestShown = 60;

    /// <summary>Whether the value is left empty: nothing, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => !Quoted && Text is "" or "~" or "null";

    /// <inheritdoc/>
    public override string Describe()
    {
        if (IsNull) return "nothing";
        string shown = Text.Length <= LongestShown ? $"'{Text}'" : $"'{Text[..LongestShown]}...'";
        return Quoted ? $"the text {shown}" : shown;
    }
}

/// <summary>A list of values.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Items">The values in order.</param>
public sealed record OptionSequence(FilePlace Place, IReadOnlyList<OptionNode> Items) : OptionNode(Place)
{
    /// <inheritdoc/>
    public override string Describe() => "a list";
}

/// <summary>A section: keys and their values.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Entries">Entries in the order of the file; no key stands twice.</param>
public sealed record OptionMapping(FilePlace Place, IReadOnlyList<OptionEntry> Entries) : OptionNode(Place)
{
    /// <inheritdoc/>
    public override string Describe() => "a section";
}

/// <summary>A key of a section and its value.</summary>
/// <param name="Place">File and line of the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record OptionEntry(FilePlace Place, string Key, OptionNode Value);
