using System.Text;
using Residuum.Data.Codecs;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Tests.Zarr;

public sealed class ZarrMetadataTests : IDisposable
{
    private const string Array2 = """{"zarr_format": 2, "shape": [4, 6], "chunks": [2, 3], "dtype": "<f8", "compressor": null, "fill_value": NaN, "order": "C", "filters": null}""";

    private const string Array3 = """
        {"zarr_format": 3, "node_type": "array", "shape": [4, 6], "data_type": "float64", "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [2, 3]}},
         "chunk_key_encoding": {"name": "default"}, "fill_value": "0x7ff8000000000001", "codecs": [{"name": "bytes", "configuration": {"endian": "little"}}, {"name": "gzip", "configuration": {"level": 5}}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Chunks_that_were_never_written_hold_the_fill_value()
    {
        foreach (var (name, text) in new[] { (".zarray", Array2), ("zarr.json", Array3) })
        {
            using var data = DataFile.Open(Store(name, text));
            Assert.Equal(Enumerable.Repeat(double.NaN, 24), Assert.Single(data.Variables).Read());
        }
    }

    [Theory]
    [InlineData("\"compressor\": null", "\"compressor\": {\"id\": \"lz4\"}", "the codec 'lz4' is not read: expected none, zlib, gzip, zstd, blosc or crc32c; write the store with xarray's")]
    [InlineData("\"filters\": null", "\"filters\": [{\"id\": \"delta\"}]", "the codec 'delta' is not read")]
    [InlineData("\"chunks\": [2, 3]", "\"chunks\": [2, 0]", "the shape of the chunks does not fit the array")]
    [InlineData("\"chunks\": [2, 3]", "\"chunks\": [2]", "the shape of the chunks does not fit the array")]
    [InlineData("\"<f8\"", "\"<f7\"", "unsupported element type")]
    [InlineData("\"shape\": [4, 6]", "\"shape\": [4, -6]", "whole numbers from 0 on")]
    [InlineData("\"shape\": [4, 6]", "\"shape\": [4000000, 6000000]", "too large to read at once")]
    [InlineData("\"shape\": [4, 6]", "\"shape\": [4000, 60000]", "the rows of an array are larger than what is stored")]
    [InlineData("\"shape\": [4, 6]", "\"shape\": [4000000000000, 6000000000000]", "a shape is larger than any file")]
    [InlineData("\"shape\": [4, 6], ", "", "a key is missing: expected 'shape'")]
    [InlineData("}", "", "not valid JSON")]
    public void Wrong_metadata_are_refused_in_one_line(string text, string wrong, string reason)
    {
        string store = Store(".zarray", Array2.Replace(text, wrong, StringComparison.Ordinal));
        Assert.Contains(reason, Assert.ThrowsAny<UserError>(() => ReadAll(store)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"name\": \"gzip\", \"configuration\": {\"level\": 5}}", "{\"name\": \"sharding_indexed\", \"configuration\": {}}", "the codec 'sharding_indexed' is not read")]
    [InlineData("\"regular\"", "\"rectilinear\"", "unknown grid of chunks: found 'rectilinear'")]
    [InlineData("\"default\"", "\"suffix\"", "unknown names of chunks")]
    [InlineData("\"node_type\": \"array\"", "\"node_type\": \"table\"", "unknown kind of node: found 'table'")]
    [InlineData("float64", "complex128", "an element type that is not read")]
    public void Wrong_metadata_of_version_3_are_refused_in_one_line(string text, string wrong, string reason)
    {
        string store = Store("zarr.json", Array3.Replace(text, wrong, StringComparison.Ordinal));
        Assert.Contains(reason, Assert.ThrowsAny<UserError>(() => ReadAll(store)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_not_followed()
    {
        string store = Store(".zarray", Array2), outside = _folder.File("secret");
        File.WriteAllBytes(outside, Enumerable.Repeat((byte)1, 48).ToArray());
        File.CreateSymbolicLink(Path.Combine(store, "0.0"), outside);
        using var data = DataFile.Open(store);
        Assert.All(data.Variables[0].Read(), value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void Damaged_metadata_are_read_or_refused()
    {
        string second = Store(".zarray", Array2), third = Store("zarr.json", Array3);
        File.WriteAllBytes(Path.Combine(second, "0.1"), new byte[48]);
        foreach (var (file, text) in new[] { (Path.Combine(second, ".zarray"), Array2), (Path.Combine(third, "zarr.json"), Array3) })
        {
            Fuzzing.Run([Encoding.UTF8.GetBytes(text)], Effort.Rounds(500, 20_000), bytes =>
            {
                File.WriteAllBytes(file, bytes);
                ReadAll(Path.GetDirectoryName(file)!);
            });
        }
    }

    [Fact]
    public void Damaged_blocks_are_expanded_or_refused()
    {
        static FormatError Error(string what, string? remedy) => FormatError.In("fuzz", what, remedy: remedy);
        byte[] lz4 = Convert.FromHexString("4f010203040400ff2a50aabbccddee"), zlib = [0x78, 0xbb, 1, 2, 3, 4, 5], blosc = [2, 1, 0x21, 8, 64, 0, 0, 0, 64, 0, 0, 0, 35, 0, 0, 0, 20, 0, 0, 0, 11, 0, 0, 0, 0x1f, 7, 1, 0, 0x1f, 0x50, 1, 2, 3, 4, 5];
        Fuzzing.Run([lz4, blosc, zlib], Effort.Rounds(5_000, 200_000), bytes =>
        {
            _ = Lz4.TryExpand(bytes, new byte[330]);
            _ = Try(() => Blosc.Expand(bytes, 1 << 14, Error)) ?? Try(() => Zstandard.Expand(bytes, 1 << 14, Error)) ?? Deflated.Expand(bytes, bytes.Length % 2 == 0, 1 << 14, Error);
        });

        static byte[]? Try(Func<byte[]> expand)
        {
            try
            {
                return expand();
            }
            catch (UserError)
            {
                return null;
            }
        }
    }

    private string Store(string file, string text)
    {
        string store = _folder.File(file == ".zarray" ? "two" : "three");
        Directory.CreateDirectory(store);
        File.WriteAllText(Path.Combine(store, file), text);
        return store;
    }

    private static void ReadAll(string store)
    {
        using var data = DataFile.Open(store);
        foreach (var variable in data.Variables) _ = variable.ReadElements();
    }
}
