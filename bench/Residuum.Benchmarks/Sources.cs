namespace Residuum.Benchmarks;

/// <summary>Where the repository is: the peers are read from it, and the page is written to it.</summary>
public static class Sources
{
    /// <summary>Folder of the peers' programs.</summary>
    public static string Peers => Path.Combine(Root, "bench", "peers");

    /// <summary>The page that the comparisons write.</summary>
    public static string Page => Path.Combine(Root, "docs", "performance.md");

    private static string Root
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "Residuum.slnx"))) folder = Path.GetDirectoryName(folder);
            return folder ?? throw new InvalidOperationException("the comparisons run inside the repository");
        }
    }
}
