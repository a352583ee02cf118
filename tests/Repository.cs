namespace Residuum.Tests;

/// <summary>Where the sources are: found from the test program's own folder, as compiled-in paths are mapped away in CI.</summary>
internal static class Repository
{
    /// <summary>Folder of the solution.</summary>
    public static string Root { get; } = Search(AppContext.BaseDirectory);

    /// <summary>A path inside the repository.</summary>
    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Search(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "Residuum.slnx"))
            ? folder
            : Search(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no Residuum.slnx above the tests"));
}
