using Residuum.Data.Tests.Judges;

[assembly: AssemblyFixture(typeof(ForeignFiles))]

namespace Residuum.Data.Tests.Judges;

/// <summary>Files that xarray, netCDF4, h5py and numpy wrote (tests/reference/samples.py), made once when the first test asks.</summary>
public sealed class ForeignFiles : IDisposable
{
    private readonly Lazy<TemporaryFolder> _folder = new(() =>
    {
        var folder = new TemporaryFolder();
        Judge.Python(["xarray", "netCDF4", "scipy", "h5py"], Repository.File("tests", "reference", "samples.py"), folder.Path);
        return folder;
    });

    /// <summary>Paths that match a pattern.</summary>
    public string[] Paths(string pattern) => [.. Directory.GetFiles(_folder.Value.Path, pattern).Order(StringComparer.Ordinal)];

    public string Path(string name) => _folder.Value.File(name);

    internal TemporaryFolder Folder => _folder.Value;

    public void Dispose()
    {
        if (_folder.IsValueCreated) _folder.Value.Dispose();
    }
}
