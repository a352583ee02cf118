using System.IO.Compression;
using System.Text;
using Residuum.Data.Columns;
using Residuum.Data.Npy;
using Residuum.Data.Tests.Judges;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Tests;

public sealed class DataFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("GRIB\0\0\0\u0002", "GRIB is not read", "cdo -f nc copy")]
    [InlineData("MATLAB 5.0 MAT-file, Platform: GLNXA64", "MATLAB 5 is not read", "-v7.3")]
    [InlineData("\u001f\u008b\u0008", "gzip is not read", "gunzip")]
    [InlineData("\u0080\u0004\u0095", "pickle is not read", "never read")]
    [InlineData("SIMPLE  =", "FITS is not read", "astropy")]
    [InlineData("\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008", "unknown format", "0001020304050607")]
    [InlineData("{\"a\": 1, \"b\": 2}", "unknown format", "netCDF")]
    public void Formats_that_are_not_read_are_refused_by_name_with_a_way_out(string start, string what, string remedy)
    {
        string path = _folder.File("data.nc"); // the name says nothing
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(start));
        string message = Assert.Throws<FormatError>(() => DataFile.Open(path)).Message;
        Assert.StartsWith(path, message);
        Assert.Contains(what, message);
        Assert.Contains(remedy, message);
    }

    [Fact]
    public void Missing_files_empty_ones_folders_and_zarr_are_told_apart()
    {
        Assert.Contains("no such file", Assert.Throws<UserError>(() => DataFile.Open(_folder.File("absent.nc"))).Message);
        File.WriteAllBytes(_folder.File("empty.nc"), []);
        Assert.Contains("the file is empty", Assert.Throws<FormatError>(() => DataFile.Open(_folder.File("empty.nc"))).Message);
        Assert.Contains("a folder, not a file", Assert.Throws<FormatError>(() => DataFile.Open(_folder.Path)).Message);
        File.WriteAllText(_folder.File(".zgroup"), "{}");
        using var store = DataFile.Open(_folder.Path);
        Assert.Equal(("Zarr", 0), (store.Format, store.Variables.Count));
    }

    [Fact]
    public void A_zip_archive_that_claims_more_than_deflate_can_hold_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("a.npy").Open();
            entry.Write(new byte[1 << 16]);
        }
        byte[] bytes = stream.ToArray();
        // The uncompressed size stands in the central directory, 24 bytes after its signature.
        int directory = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 0x7fffffff);
        Assert.Contains("impossible size", Assert.Throws<FormatError>(() => NpzReader.Open(new MemoryStream(bytes), "bomb.npz")).Message);
    }

    [Fact]
    public void The_same_data_set_comes_back_from_every_format_that_can_hold_it()
    {
        var data = Table.Of(("x", new[] { 0.1, double.NaN, -0.0 }), ("y", new[] { 1.0, 2, 3 }));
        foreach (string extension in new[] { ".nc", ".h5", ".csv", ".parquet", ".npy" })
        {
            string path = _folder.File("table" + extension);
            DataFile.Write(path, data);
            using var found = DataFile.Open(path);
            Same.AsOther(data, found);
        }
        Assert.Contains("'.zarr'", Assert.Throws<UserError>(() => DataFile.Write(_folder.File("a.zarr"), data)).Message);
        Assert.Contains("can not write", Assert.Throws<UserError>(() => DataFile.Write(_folder.File("absent/a.nc"), data)).Message);
    }

    [Fact]
    public void A_wrong_variable_name_lists_those_that_there_are()
    {
        var data = Table.Of(("x", new[] { 1.0 }), ("y", new[] { 1.0 }));
        Assert.Equal("memory: no variable named 'z': expected 'x', 'y'", Assert.Throws<UserError>(() => data["z"]).Message);
    }

    [Fact]
    public void Names_from_a_file_are_shown_without_control_characters() =>
        Assert.Equal("'a\\u001b[31mb'", FormatError.Quote("a\u001b[31mb"));
}
