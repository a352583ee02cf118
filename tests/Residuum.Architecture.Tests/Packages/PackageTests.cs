using System.IO.Compression;
using System.Text.Json;
using Residuum.Notices;

namespace Residuum.Architecture.Tests.Packages;

public sealed class PackageTests(PackedFolder packed) : IClassFixture<PackedFolder>
{
    private const long LargestPackage = 200_000_000;
    private const int LinkMode = 0xA000 << 16; // S_IFLNK in the upper half of a zip entry's attributes

    [Fact]
    public void No_package_is_larger_than_200_MB() =>
        Assert.All(packed.Packages, package => Assert.InRange(new FileInfo(package).Length, 1, LargestPackage));

    [Fact]
    public void Every_library_is_packed() =>
        Assert.Equal(
            Directory.GetDirectories(Repository.File("src")).Select(Path.GetFileName).Where(name => name != "Residuum.Cli").Order(),
            packed.Packages.Select(package => Path.GetFileName(package)!).Where(name => !name.StartsWith("Residuum.Tool")).Select(WithoutVersion).Order());

    [Fact]
    public void The_tool_installs_and_computes_from_the_packed_folder_alone()
    {
        using var place = new TemporaryFolder();
        ChildProcess.Output("dotnet", "tool", "install", "Residuum.Tool", "--tool-path", place.Path, "--source", packed.Folder);
        string told = ChildProcess.Output(place.File("residuum"), "doctor", "--json");
        using var report = JsonDocument.Parse(told);
        Assert.True(report.RootElement.GetProperty("works").GetBoolean(), told); // doctor multiplies one tensor
        Assert.All(report.RootElement.GetProperty("libraries").EnumerateArray().Where(library => library.GetProperty("name").GetString() != "LibTorchSharp"),
            library => Assert.StartsWith(place.Path, library.GetProperty("path").GetString()));
    }

    [Fact]
    public void The_tool_holds_files_and_no_links_and_leaves_out_what_nobody_calls()
    {
        using var archive = ZipFile.OpenRead(packed.Tool);
        Assert.DoesNotContain(archive.Entries, entry => (entry.ExternalAttributes & LinkMode) == LinkMode);
        Assert.True(archive.Entries.Single(entry => entry.Name == "libtorch_cpu.so").Length > 100_000_000);
        Assert.DoesNotContain(archive.Entries, entry => entry.Name.Contains("torch_python") || entry.Name.EndsWith(".dbg"));
    }

    [Fact]
    public void The_tool_carries_the_notices_and_the_bill_of_materials()
    {
        using var archive = ZipFile.OpenRead(packed.Tool);
        Assert.Contains(archive.Entries, entry => entry.FullName == "THIRD-PARTY-NOTICES.txt");
        Assert.Contains(archive.Entries, entry => entry.FullName == "residuum.cdx.json");
    }

    [Fact]
    public void Every_native_file_of_the_tool_is_accounted_for_with_accepted_licences()
    {
        using var archive = ZipFile.OpenRead(packed.Tool);
        string[] natives = [.. archive.Entries.Select(entry => entry.Name).Where(name => name.EndsWith(".so") || name.Contains(".so."))];
        Assert.NotEmpty(natives);
        Assert.All(natives, file =>
        {
            var parts = Contents.Known.PartsOf(file);
            Assert.True(parts is not null, $"{file} is not in build/Notices/contents.json: say what is compiled into it");
            Assert.All(parts, part => Assert.True(LicencePolicy.Accepts(part.Licence), $"{part.Name} in {file}: {part.Licence}"));
        });
    }

    private static string WithoutVersion(string package) => package[..package.IndexOf(".0.", StringComparison.Ordinal)];
}
