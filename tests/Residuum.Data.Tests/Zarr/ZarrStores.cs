using System.Text.Json;
using Residuum.Data.Tests.Judges;
using Residuum.Data.Tests.Zarr;

[assembly: AssemblyFixture(typeof(ZarrStores))]

namespace Residuum.Data.Tests.Zarr;

/// <summary>Stores that zarr and a writer of the specification wrote (tests/reference/zarr_stores.py), made once when the first test asks.</summary>
public sealed class ZarrStores : IDisposable
{
    private readonly Lazy<(TemporaryFolder Folder, JsonElement Answers)> _made = new(() =>
    {
        var folder = new TemporaryFolder();
        Judge.Python(["zarr", "xarray", "h5py"], Repository.File("tests", "reference", "zarr_stores.py"), folder.Path);
        using var document = JsonDocument.Parse(File.ReadAllBytes(folder.File("answers.json")));
        return (folder, document.RootElement.Clone());
    });

    /// <summary>What each store holds.</summary>
    public IEnumerable<(string Path, JsonElement Variables)> All => _made.Value.Answers.EnumerateObject().Select(store => (Path(store.Name), store.Value));

    public string Path(string name) => _made.Value.Folder.File(name);

    public void Dispose()
    {
        if (_made.IsValueCreated) _made.Value.Folder.Dispose();
    }
}
