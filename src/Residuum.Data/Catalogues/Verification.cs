using System.Security.Cryptography;

namespace Residuum.Data.Catalogues;

/// <summary>Compares the files of a data set with their SHA-256.</summary>
public static class Verification
{
    /// <summary>Checks every file of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="folder">Folder with its files.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IReadOnlyList<FileVerdict> Of(CatalogueEntry entry, string folder, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return [.. entry.Files.Select(file =>
        {
            cancel.ThrowIfCancellationRequested();
            return Check(file, Path.Combine(folder, file.Name));
        })];
    }

    private static FileVerdict Check(CatalogueFile file, string path)
    {
        if (!File.Exists(path)) return new FileVerdict(file, path, FileState.Missing, null);
        using var stream = File.OpenRead(path);
        string found = Convert.ToHexStringLower(SHA256.HashData(stream));
        var state = file.Sha256 is null ? FileState.NoSum : file.Sha256 == found ? FileState.Same : FileState.Different;
        return new FileVerdict(file, path, state, found);
    }
}

/// <summary>Outcome for one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Path">Where it was looked for.</param>
/// <param name="State">Outcome.</param>
/// <param name="Found">SHA-256 found, or null where the file is missing.</param>
public sealed record FileVerdict(CatalogueFile File, string Path, FileState State, string? Found);

/// <summary>Outcome of a comparison.</summary>
public enum FileState
{
    /// <summary>The sum agrees.</summary>
    Same,

    /// <summary>The sum differs: another version, or a damaged file.</summary>
    Different,

    /// <summary>No such file.</summary>
    Missing,

    /// <summary>The catalogue knows no sum.</summary>
    NoSum,
}
