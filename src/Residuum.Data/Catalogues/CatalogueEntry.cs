namespace Residuum.Data.Catalogues;

/// <summary>A data set that can be had offline: what it is, under which licence, where it comes from and how it is checked.</summary>
public sealed record CatalogueEntry
{
    /// <summary>Name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds, in a sentence.</summary>
    public required string What { get; init; }

    /// <summary>Licence, or an honest sentence where none is stated.</summary>
    public required string Licence { get; init; }

    /// <summary>The data set's own public page.</summary>
    public required string Address { get; init; }

    /// <summary>Files; none where the package decides their names.</summary>
    public IReadOnlyList<CatalogueFile> Files { get; init; } = [];

    /// <summary>Folder that holds the files inside a data folder; the name unless told otherwise.</summary>
    public string Folder { get => field ?? Name; init; }

    /// <summary>The package that brings it, if any.</summary>
    public string? Package { get; init; }

    /// <summary>The command that installs the package, or null where the files are taken from <see cref="Address"/>.</summary>
    public string? Command { get; init; }

    /// <summary>Folders where the package puts its files; a relative one is looked for in the working folder.</summary>
    public IReadOnlyList<string> PackageFolders { get; init; } = [];

    /// <summary>What a user does to get it: the command, or the address and the folder.</summary>
    /// <param name="userFolder">The user's data folder.</param>
    public string Installation(string userFolder)
    {
        if (Command is not null) return Command;
        string files = Files.Count == 0 ? "the files" : string.Join(", ", Files.Select(file => file.Name));
        return $"download {files} from {Address} into {Path.Combine(userFolder, Folder)}";
    }
}

/// <summary>A file of a data set.</summary>
/// <param name="Name">File name.</param>
/// <param name="Sha256">SHA-256 in lower-case hexadecimal, or null where no copy has been seen.</param>
public sealed record CatalogueFile(string Name, string? Sha256 = null);
