using System.Security.Cryptography;
using Residuum.Data.Catalogues;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Tests.Catalogues;

public sealed class CatalogueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_entry_says_what_it_is_and_how_to_get_it()
    {
        Assert.Equal(Catalogue.Entries.Count, Catalogue.Entries.Select(entry => entry.Name).Distinct().Count());
        foreach (var entry in Catalogue.Entries)
        {
            Assert.Matches("^[a-z0-9][a-z0-9-]+$", entry.Name);
            Assert.NotEmpty(entry.What);
            Assert.NotEmpty(entry.Licence);
            Assert.True(Uri.TryCreate(entry.Address, UriKind.Absolute, out _), entry.Name);
            Assert.Equal(entry.Package is null, entry.Command is null);
            Assert.All(entry.Files, file => Assert.Matches("^[0-9a-f]{64}$", file.Sha256 ?? new string('0', 64)));
            Assert.All(entry.Files, file => Assert.Equal(Path.GetFileName(file.Name), file.Name));
            Assert.NotEmpty(entry.Installation(_folder.Path));
        }
    }

    [Fact]
    public void An_unknown_name_lists_the_known_ones() =>
        Assert.Contains("fashion-mnist", Assert.Throws<UserError>(() => Catalogue.Get("fashion")).Message);

    [Fact]
    public void A_copy_is_found_in_its_folder_or_directly_and_the_option_comes_first()
    {
        var entry = Catalogue.Get("libsvm") with { PackageFolders = [Directory.CreateDirectory(_folder.File("package")).FullName] };
        Put(entry, _folder.File("package"));
        Assert.Equal(_folder.File("package"), new DataFolders(_folder.File("absent")).Locate(entry));
        Put(entry, Directory.CreateDirectory(_folder.File("given")).FullName);
        Assert.Equal(_folder.File("given"), new DataFolders(_folder.File("given")).Locate(entry));
        string own = Directory.CreateDirectory(Path.Combine(_folder.File("given"), "libsvm")).FullName;
        Put(entry, own);
        Assert.Equal(own, new DataFolders(_folder.File("given")).Locate(entry));
    }

    [Fact]
    public void A_missing_set_says_how_to_get_it()
    {
        var folders = new DataFolders(_folder.Path);
        var packaged = Catalogue.Get("fashion-mnist") with { PackageFolders = [] };
        Assert.Contains("apt-get install dataset-fashion-mnist", Assert.Throws<UserError>(() => folders.Demand(packaged)).Message);
        Assert.Contains("https://github.com/openai/grade-school-math", Assert.Throws<UserError>(() => folders.Demand(Catalogue.Get("gsm8k"))).Message);
    }

    [Fact]
    public void Verification_tells_same_different_missing_and_unknown()
    {
        var entry = new CatalogueEntry
        {
            Name = "x",
            What = "x",
            Licence = "x",
            Address = "https://example.org",
            Files = [new("same", Convert.ToHexStringLower(SHA256.HashData("1"u8))), new("different", new string('0', 64)), new("missing", null), new("unknown")],
        };
        foreach (string name in new[] { "same", "different", "unknown" }) File.WriteAllText(_folder.File(name), "1");
        Assert.Equal([FileState.Same, FileState.Different, FileState.Missing, FileState.NoSum], Verification.Of(entry, _folder.Path).Select(verdict => verdict.State));
    }

    private static void Put(CatalogueEntry entry, string folder)
    {
        foreach (var file in entry.Files) File.WriteAllText(Path.Combine(folder, file.Name), "");
    }
}
