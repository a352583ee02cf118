using Residuum.Numerics.Errors;

namespace Residuum.Data.Catalogues;

/// <summary>Where local copies are looked for, in order: <c>--data DIR</c>, <c>$RESIDUUM_DATA</c>, the user's data folder, the package's own path.</summary>
/// <param name="given">What <c>--data</c> gave, or null.</param>
public sealed class DataFolders(string? given = null)
{
    /// <summary>Environment variable that names a data folder.</summary>
    public const string Variable = "RESIDUUM_DATA";

    /// <summary>The user's data folder, <c>~/.local/share/residuum/data</c> on Linux; it need not exist.</summary>
    public static string User { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "residuum", "data");

    /// <summary>Folders that may hold an entry's files, in order.</summary>
    /// <param name="entry">The entry.</param>
    public IEnumerable<string> Candidates(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        string?[] roots = [given, Environment.GetEnvironmentVariable(Variable), User];
        foreach (string root in roots.OfType<string>().Where(root => root.Length > 0))
        {
            yield return Path.Combine(root, entry.Folder);
            if (entry.Files.Count > 0) yield return root;
        }
        foreach (string folder in entry.PackageFolders) yield return folder;
    }

    /// <summary>The first folder that holds all files of an entry, or null.</summary>
    /// <param name="entry">The entry.</param>
    public string? Locate(CatalogueEntry entry) => Candidates(entry).FirstOrDefault(folder =>
        Directory.Exists(folder) && entry.Files.All(file => File.Exists(Path.Combine(folder, file.Name))));

    /// <summary>The folder of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="UserError">No local copy; the message says how to get one.</exception>
    public string Demand(CatalogueEntry entry) =>
        Locate(entry) ?? throw new UserError($"data set {entry.Name} is not on this machine", remedy: entry.Installation(given ?? User));
}
