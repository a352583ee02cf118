namespace Residuum.Architecture.Tests.Packages;

/// <summary>The packages as users get them, packed once from what the tests were built with.</summary>
public sealed class PackedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PackedFolder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "packed and tested on Linux");
        string configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}") ? "Release" : "Debug";
        ChildProcess.Output(Repository.File("build", "pack.sh"), "--no-build", "--configuration", configuration, "--output", Folder);
    }

    /// <summary>Folder of the packages.</summary>
    public string Folder => _folder.Path;

    /// <summary>Packages, full paths.</summary>
    public IReadOnlyList<string> Packages => Directory.GetFiles(Folder, "*.nupkg");

    /// <summary>The tool's package for this system.</summary>
    public string Tool => Packages.Single(package => Path.GetFileName(package).StartsWith("Residuum.Tool.linux-x64.", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();
}
