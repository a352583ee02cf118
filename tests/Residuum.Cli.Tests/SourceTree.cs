namespace Residuum.Cli.Tests;

/// <summary>The checked-out sources that the tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../.."));
}
