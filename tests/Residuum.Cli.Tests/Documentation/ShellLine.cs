namespace Residuum.Cli.Tests.Documentation;

/// <summary>A command line as a shell splits it, up to a pipe, a redirection or a comment.</summary>
internal static class ShellLine
{
    /// <summary>Lines of the tool in a block, those that end in a backslash joined with the next; the reference's forms, which end in "[options]", are none.</summary>
    public static IEnumerable<string> OfTool(string text) => text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        .Select(line => line.Trim()).Select(line => line.StartsWith("$ ", StringComparison.Ordinal) ? line[2..] : line)
        .Where(line => line.StartsWith("residuum ", StringComparison.Ordinal) && !line.EndsWith("[options]", StringComparison.Ordinal));

    /// <summary>The words after the tool's name.</summary>
    public static string[] Arguments(string line)
    {
        var words = new List<string>();
        string? word = null;
        char quote = '\0';
        foreach (char c in line)
        {
            if (quote != '\0' && c != quote) word += c;
            else if (quote != '\0') quote = '\0';
            else if (c is '\'' or '"') (quote, word) = (c, word ?? "");
            else if (c is '|' or '>' or '<' or ';' or '&' || (c == '#' && word is null)) break;
            else if (c != ' ') word += c;
            else if (word is not null)
            {
                words.Add(word);
                word = null;
            }
        }
        if (word is not null) words.Add(word);
        return [.. words.Skip(1)];
    }
}
