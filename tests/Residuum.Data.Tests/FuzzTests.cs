using System.IO.Compression;
using System.Text;
using Residuum.Data.Arrays;
using Residuum.Data.Columns;
using Residuum.Data.Conventions;
using Residuum.Data.Hdf5;
using Residuum.Data.NetCdf;
using Residuum.Data.Npy;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Tests;

/// <summary>No damaged file ends in anything but a clean error.</summary>
public sealed class FuzzTests : IDisposable
{
    private static readonly int Inputs = Effort.Rounds(usual: 10_000, soak: 100_000);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Damaged_netcdf_classic_files_are_read_or_refused()
    {
        var seeds = new List<byte[]>();
        foreach (var version in new[] { NetCdfVersion.Classic, NetCdfVersion.Offset64, NetCdfVersion.Data64 })
        {
            string path = _folder.File("seed.nc");
            NetCdfWriter.Write(path, version == NetCdfVersion.Data64 ? Samples.Data64() : Samples.Classic(), version);
            seeds.Add(File.ReadAllBytes(path));
        }
        Fuzzing.Run(seeds, Inputs, bytes => ReadEverything(NetCdfReader.Parse(bytes, "fuzz.nc")));
    }

    [Fact]
    public void Damaged_hdf5_files_are_read_or_refused()
    {
        List<byte[]> seeds = [.. Directory.GetFiles(Repository.File("tests", "Residuum.Data.Tests", "Seeds")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Fuzzing.Run(seeds, Inputs, bytes => ReadEverything(Hdf5Reader.Parse(bytes, "fuzz.h5")));
    }

    [Fact]
    public void Damaged_npy_files_are_read_or_refused() =>
        Fuzzing.Run(NpySeeds(), Inputs, bytes => ReadEverything(NpyReader.Parse(bytes, "fuzz.npy")));

    [Fact]
    public void Damaged_npz_files_are_read_or_refused()
    {
        var seeds = new[] { CompressionLevel.NoCompression, CompressionLevel.Optimal }.Select(Archive).ToList();
        Fuzzing.Run(seeds, Inputs, bytes => ReadEverything(NpzReader.Open(new MemoryStream(bytes), "fuzz.npz")));
    }

    [Fact]
    public void Damaged_json_companions_are_read_or_refused()
    {
        byte[] npy = NpySeeds()[0];
        List<byte[]> seeds =
        [
            .. new[]
            {
                "{\"name\": \"u\", \"dims\": [\"a\", \"b\"], \"attributes\": {\"units\": \"m s-1\", \"n\": [1, 2.5, \"NaN\"]}, \"global\": {\"t\": true}}",
                "{\"dims\": [\"time\", \"x\"], \"variables\": {\"time\": {\"dims\": [\"time\"], \"values\": [0.5, 1e300, 9223372036854775807], \"attributes\": {\"units\": \"days since 2001-01-01\"}}}}",
            }.Select(Encoding.UTF8.GetBytes),
        ];
        Fuzzing.Run(seeds, Inputs, bytes => ReadEverything(NpyReader.Parse(npy, "fuzz.npy", bytes)));
    }

    [Fact]
    public void Damaged_separated_text_is_read_or_refused()
    {
        List<byte[]> seeds = [.. new[] { "time,u,place\n0.5,1e-3,a\n1,NaN,\"b, \"\"c\"\"\"\n2,,d\n", "a;b\r\n1;2\r\n\r\n3;4\r\n", "1\t2\n3\t4\n" }.Select(Encoding.UTF8.GetBytes)];
        Fuzzing.Run(seeds, Inputs, bytes => ReadEverything(CsvReader.Parse(Fuzzing.Text(bytes), "fuzz.csv")));
    }

    [Fact]
    public void Damaged_parquet_files_are_read_or_refused()
    {
        string path = _folder.File("seed.parquet");
        ParquetWriter.Write(path, Table.Of(("x", new[] { 1.0, 2, double.NaN }), ("n", new[] { 1, 2, 3 }), ("t", new[] { "a", "bb", "" }), ("b", new[] { true, false, true })));
        Fuzzing.Run([File.ReadAllBytes(path)], Inputs, bytes => ReadEverything(ParquetReader.Read(new MemoryStream(bytes), "fuzz.parquet")));
    }

    [Fact]
    public void Damaged_units_and_times_are_read_or_refused()
    {
        List<byte[]> seeds = [.. new[] { "m s-1", "kg/(m s^2)", "1e-3 degC", "days since 2001-01-01 12:00:00.5 +01:30", "hours since 1582-10-15" }.Select(Encoding.UTF8.GetBytes)];
        Fuzzing.Run(seeds, Inputs, bytes =>
        {
            string text = Fuzzing.Text(bytes);
            if (CfTime.IsTime(text)) _ = CfTime.Parse(text, text.Length % 2 == 0 ? "360_day" : null).DateOf(text.Length * 1e5);
            else _ = Unit.Parse(text);
        });
    }

    [Fact]
    public void Anything_is_sniffed()
    {
        string path = _folder.File("anything");
        string[] starts = ["CDF\u0001", "PAR1", "GRIB", "a,b\n1,2\n", "{}", "\u0093NUMPY", "PK\u0003\u0004", "\u001f\u008b"];
        Fuzzing.Run([.. starts.Select(Encoding.Latin1.GetBytes)], 500, bytes =>
        {
            File.WriteAllBytes(path, bytes);
            ReadEverything(DataFile.Open(path));
        });
    }

    private static void ReadEverything(DataSet data)
    {
        using (data)
        {
            foreach (var variable in data.Variables)
            {
                try
                {
                    _ = variable.ReadElements();
                    if (variable.Rows > 1) _ = variable.ReadElements(1, 1);
                    if (variable.Type is ElementType.Text or ElementType.Char) _ = variable.ReadText();
                    else _ = Cf.Read(variable);
                    if (CfTime.IsTime(variable.Units)) _ = Cf.ReadTime(variable, "s");
                }
                catch (UserError)
                {
                    // The other variables must stay readable or be refused as cleanly.
                }
            }
        }
    }

    private List<byte[]> NpySeeds()
    {
        var seeds = new List<byte[]>();
        foreach (Array values in new Array[] { new double[] { 1, 2, 3, 4, 5, 6 }, new short[] { 1, 2, 3, 4, 5, 6 }, new[] { true, false, true, true, false, true } })
        {
            string path = _folder.File("seed.npy");
            NpyWriter.Write(path, values, 2, 3);
            seeds.Add(File.ReadAllBytes(path));
        }
        string text = Encoding.Latin1.GetString(seeds[0]).Replace("False", "True ", StringComparison.Ordinal).Replace("<f8", ">f8", StringComparison.Ordinal);
        seeds.Add(Encoding.Latin1.GetBytes(text));
        return seeds;
    }

    private byte[] Archive(CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (bytes, i) in NpySeeds().Select((bytes, i) => (bytes, i)))
            {
                using var entry = zip.CreateEntry($"array{i}.npy", level).Open();
                entry.Write(bytes);
            }
        }
        return stream.ToArray();
    }
}
