using System.Text;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Solvers;

/// <summary>A program and its arguments with the placeholders of protocol 1: <c>{in} {out} {dt} {steps} {work}</c>.</summary>
/// <remarks>Arguments are passed as an array, never through a shell. <c>{{</c> and <c>}}</c> stand for braces.</remarks>
public sealed class ExternalCommand
{
    private static readonly string[] Known = ["in", "out", "dt", "steps", "work"];

    private readonly IReadOnlyList<string> _words;

    /// <summary>Checks the words.</summary>
    /// <param name="words">Program first; then its arguments.</param>
    /// <exception cref="UserError">No program, or an unknown placeholder.</exception>
    public ExternalCommand(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Count == 0 || string.IsNullOrWhiteSpace(words[0]))
            throw new UserError("no program", "command", remedy: "write it as a list: [./solver, \"{in}\", \"{out}\"]");
        if (words.Any(word => word.Contains('\0'))) throw new UserError("a NUL character in a word", "command");
        _words = words;
        Fill(Known.ToDictionary(name => name, _ => "x"));
        if (!words.Any(word => word.Contains("{in}") || word.Contains("{work}")))
            throw new UserError("the solver is not told where its input is", "command", string.Join(' ', words), "{in} in one of the arguments");
    }

    /// <summary>Program and arguments as they are shown to a user before they run: one a line would hide nothing, so each is quoted.</summary>
    public string Display => string.Join(' ', _words.Select(Quote));

    /// <summary>Program and arguments of one call.</summary>
    /// <param name="values">What each placeholder stands for.</param>
    /// <exception cref="UserError">An unknown placeholder.</exception>
    public IReadOnlyList<string> Fill(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. _words.Select(word => Fill(word, values))];
    }

    /// <summary>Path of the program: a name without a folder is searched for by the system, another is relative to a folder.</summary>
    /// <param name="program">First word of the command.</param>
    /// <param name="folder">Folder of the project file.</param>
    public static string Locate(string program, string folder)
    {
        ArgumentNullException.ThrowIfNull(program);
        bool bare = !program.Contains('/') && !(OperatingSystem.IsWindows() && program.Contains('\\'));
        return bare ? program : Path.GetFullPath(program, Path.GetFullPath(folder));
    }

    private static string Fill(string word, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder(word.Length);
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            if (c is not ('{' or '}')) text.Append(c);
            else if (i + 1 < word.Length && word[i + 1] == c) text.Append(word[i++]);
            else
            {
                int end = c == '{' ? word.IndexOf('}', i) : -1;
                string name = end < 0 ? "" : word[(i + 1)..end];
                if (!values.TryGetValue(name, out string? value)) throw Unknown(word);
                text.Append(value);
                i = end;
            }
        }
        return text.ToString();
    }

    private static UserError Unknown(string word) => new(
        "unknown placeholder",
        "command",
        $"'{word}'",
        string.Join(' ', Known.Select(name => $"{{{name}}}")),
        "write {{ and }} for braces themselves");

    private static string Quote(string word)
    {
        bool plain = word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./{}=:,+@%".Contains(c));
        if (plain) return word;
        var text = new StringBuilder("'");
        foreach (char c in word)
        {
            if (c == '\'') text.Append("'\\''");
            else if (IsUnseen(c)) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else text.Append(c);
        }
        return text.Append('\'').ToString();
    }

    // Control and format characters could show another command than the one that runs.
    private static bool IsUnseen(char c) => char.IsControl(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator;
}
