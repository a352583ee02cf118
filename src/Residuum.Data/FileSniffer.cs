using System.Buffers;
using System.Text;
using Residuum.Data.Bytes;
using Residuum.Data.Safetensors;
using Residuum.Data.Zarr;
using Residuum.Numerics.Errors;

namespace Residuum.Data;

/// <summary>Tells a file's format by its first bytes, never by its name; formats that are known but not read are refused by name, with how to convert.</summary>
internal static class FileSniffer
{
    private const int SampleLength = 4096;

    private static readonly (byte[] Magic, FileKind Kind)[] Read =
    [
        ([.. "CDF\x01"u8], FileKind.NetCdfClassic), ([.. "CDF\x02"u8], FileKind.NetCdfClassic), ([.. "CDF\x05"u8], FileKind.NetCdfClassic),
        ([0x93, .. "NUMPY"u8], FileKind.Npy), ([.. "PAR1"u8], FileKind.Parquet), ([.. "PK\x03\x04"u8], FileKind.Npz), ([.. "PK\x05\x06"u8], FileKind.Npz),
    ];

    private static readonly (byte[] Magic, string Format, string Remedy)[] Refused =
    [
        ([.. "GRIB"u8], "GRIB", "convert with 'cdo -f nc copy IN OUT.nc' or 'grib_to_netcdf -o OUT.nc IN'"),
        ([.. "BUFR"u8], "BUFR", "convert with 'bufr_to_netcdf' or eccodes"),
        ([.. "MATLAB 5.0 MAT-file"u8], "MATLAB 5", "save with -v7.3 in MATLAB, or convert with scipy.io.loadmat and numpy.save"),
        ([0x1f, 0x8b], "gzip", "decompress with 'gunzip FILE'"),
        ([.. "BZh"u8], "bzip2", "decompress with 'bunzip2 FILE'"),
        ([0xfd, .. "7zXZ"u8], "xz", "decompress with 'unxz FILE'"),
        ([0x28, 0xb5, 0x2f, 0xfd], "zstandard", "decompress with 'zstd -d FILE'"),
        ([.. "SIMPLE  ="u8], "FITS", "convert with astropy.io.fits and numpy.save"),
        ([0x0e, 0x03, 0x13, 0x01], "HDF4", "convert with 'h4toh5 IN OUT.h5'"),
        ([.. "ARROW1"u8], "Arrow IPC", "write Parquet instead"),
        ([0x80, 0x02], "pickle", PickleRemedy), ([0x80, 0x03], "pickle", PickleRemedy), ([0x80, 0x04], "pickle", PickleRemedy), ([0x80, 0x05], "pickle", PickleRemedy),
    ];

    private const string PickleRemedy = "pickles can run code and are never read: load it in Python and use numpy.save or xarray's to_netcdf";

    /// <summary>The format of a path.</summary>
    /// <exception cref="UserError">No such file, a folder that is no Zarr store, an empty file, or a format that is not read.</exception>
    public static FileKind Kind(string path)
    {
        if (Directory.Exists(path))
            return ZarrReader.IsStore(path) ? FileKind.Zarr : throw FormatError.In(path, "a folder, not a file", remedy: "name one file, or a Zarr store");
        if (!File.Exists(path)) throw new UserError("no such file", path);
        try
        {
            using var store = ByteStore.Open(path);
            return Kind(store, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError("can not read", path, error.Message, inner: error);
        }
    }

    /// <summary>The format of some bytes.</summary>
    public static FileKind Kind(ByteStore store, string name)
    {
        var buffer = new byte[(int)Math.Min(SampleLength, store.Length)];
        ReadOnlySpan<byte> sample = buffer.AsSpan(0, store.Read(0, buffer));
        if (sample.IsEmpty) throw FormatError.In(name, "the file is empty");
        foreach (var (magic, kind) in Read)
        {
            if (sample.StartsWith(magic)) return kind;
        }
        if (HasHdf5Signature(store)) return FileKind.Hdf5;
        foreach (var (magic, format, remedy) in Refused)
        {
            if (sample.StartsWith(magic)) throw FormatError.In(name, $"{format} is not read", remedy: remedy);
        }
        if (SafetensorsHeader.Recognises(sample, store.Length)) return FileKind.Safetensors;
        if (IsTable(sample)) return FileKind.Csv;
        throw FormatError.In(name, "unknown format", $"first bytes {Convert.ToHexString(sample[..Math.Min(8, sample.Length)])}", "netCDF, HDF5, .npy, .npz, Parquet, safetensors or CSV");
    }

    /// <summary>The HDF5 superblock may stand at 0, 512, 1024, 2048 ... : MATLAB 7.3 puts text before it.</summary>
    private static bool HasHdf5Signature(ByteStore store)
    {
        Span<byte> start = stackalloc byte[8];
        for (long offset = 0; offset < Math.Min(store.Length, 1 << 20); offset = offset == 0 ? 512 : offset * 2)
        {
            if (store.Read(offset, start) == 8 && start.SequenceEqual((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a])) return true;
        }
        return false;
    }

    private static bool IsTable(ReadOnlySpan<byte> sample)
    {
        int cut = sample.Length; // a character may be cut at the end of the sample
        while (cut > 0 && sample.Length - cut < 4 && Rune.DecodeLastFromUtf8(sample[..cut], out _, out _) != OperationStatus.Done) cut--;
        bool isText = System.Text.Unicode.Utf8.IsValid(sample[..cut]) && !sample.ContainsAnyInRange<byte>(0, 8);
        int end = sample.IndexOfAny((byte)'\n', (byte)'\r');
        return isText && (end < 0 ? sample : sample[..end]).IndexOfAny(",;\t"u8) >= 0 && sample[0] is not ((byte)'{' or (byte)'[' or (byte)'<');
    }
}
