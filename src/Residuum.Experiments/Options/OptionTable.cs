using System.Text;

namespace Residuum.Experiments.Options;

/// <summary>Writes the options as a Markdown table, for the reference pages.</summary>
public static class OptionTable
{
    /// <summary>One row an option, sections unfolded with dotted keys.</summary>
    /// <param name="schema">The options.</param>
    public static string Markdown(OptionSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var text = new StringBuilder();
        text.Append("| key | default | accepted | unit | what it does | source |\n|---|---|---|---|---|---|\n");
        Rows(text, schema, "");
        return text.ToString();
    }

    private static void Rows(StringBuilder text, OptionSchema schema, string prefix)
    {
        foreach (var option in schema.Options)
        {
            string key = prefix + option.Name;
            string shown = option.DefaultText.Length == 0 || option.Kind == OptionKind.Section ? "" : $"`{option.DefaultText}`";
            text.Append($"| `{key}` | {Cell(shown)} | {Cell(option.Expected)} | {Cell(option.Unit)} | {Cell(option.Summary)} | {Cell(option.Source)} |\n");
            if (option.Section is { } section) Rows(text, section, option.Shape == OptionShape.Single ? $"{key}." : $"{key}[].");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
