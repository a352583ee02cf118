namespace Residuum.Discovery.Verbs;

/// <summary>A temporary folder for the files of a solver's calls; gone at the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("residuum-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
