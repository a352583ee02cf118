namespace Residuum.Discovery.Projects;

/// <summary>A folder for the files of a solver's calls; it stays where failed calls left something to look at.</summary>
public sealed class SolverWorkFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("residuum-solver-").FullName;

    /// <summary>Whether something is left in it.</summary>
    public bool IsKept => Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any();

    /// <summary>Removes the folder if it is empty.</summary>
    public void Dispose()
    {
        if (!IsKept && Directory.Exists(Path)) Directory.Delete(Path);
    }
}
