using System.Text.RegularExpressions;

namespace Residuum.Cli.Tests.Documentation;

/// <summary>A fenced block of a page.</summary>
internal sealed record Block(string Language, string Text);

/// <summary>The pages that people read.</summary>
internal static partial class Pages
{
    /// <summary>Pages that commands write, which need not be there.</summary>
    public static IReadOnlyList<string> Generated { get; } = ["docs/claims.md", "docs/performance.md"];

    /// <summary>Every page, as a path from the root of the repository.</summary>
    public static TheoryData<string> All => [.. Written];

    /// <summary>The text of a page.</summary>
    public static string Text(string page) => File.ReadAllText(Repository.File(page.Split('/')));

    public static IEnumerable<Block> Blocks(string page) =>
        Fence().Matches(Text(page)).Select(match => new Block(match.Groups["language"].Value, match.Groups["text"].Value));

    /// <summary>Texts in backquotes, outside of the blocks.</summary>
    public static IEnumerable<string> Spans(string page) =>
        Span().Matches(Fence().Replace(Text(page), "")).Select(match => match.Groups["text"].Value);

    /// <summary>Targets of links and figures that lie in the repository, without the part behind #.</summary>
    public static IEnumerable<string> Links(string page) =>
        Link().Matches(Fence().Replace(Text(page), "")).Select(match => match.Groups["target"].Value)
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    private static IEnumerable<string> Written => Directory.EnumerateFiles(Repository.Root, "*.md")
        .Concat(Directory.EnumerateFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(page => !page.StartsWith("docs/_site/", StringComparison.Ordinal) && !page.StartsWith("docs/api/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^ *```(?<language>\w*)[^\n]*\n(?<text>.*?)^ *```\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<text>[^`\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]*)(#[^)\s]*)?\)")]
    private static partial Regex Link();
}
