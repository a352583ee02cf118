using System.IO.Compression;
using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.Npy;

/// <summary>Reads .npz files, zip archives of .npy arrays, stored or deflated; never pickled objects.</summary>
public static class NpzReader
{
    private const string Extension = ".npy";

    /// <summary>Deflate expands at most 1032 times: an archive that claims more lies.</summary>
    private const long DeflateLimit = 1032;

    /// <summary>Opens a file; each array is a variable named as its entry, decompressed when read. Dispose the result to close it.</summary>
    /// <param name="path">The .npz file.</param>
    /// <exception cref="FormatError">Names file and entry, what was found and what was expected.</exception>
    public static DataSet Open(string path) =>
        Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), path);

    /// <summary>Reads an archive that can seek.</summary>
    /// <param name="archive">The archive; closed with the data set.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="FormatError">Names file and entry, what was found and what was expected.</exception>
    public static DataSet Open(Stream archive, string name)
    {
        ArgumentNullException.ThrowIfNull(archive);
        try
        {
            return ThirdParty.Read(name, "zip archive", () => Variables(new ZipArchive(archive, ZipArchiveMode.Read), archive.Length, name));
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private static DataSet Variables(ZipArchive zip, long archiveLength, string name)
    {
        var arrays = zip.Entries.Where(entry => entry.FullName.EndsWith(Extension, StringComparison.Ordinal)).ToList();
        if (arrays.Count == 0)
            throw FormatError.In(name, "a zip archive without arrays", $"{zip.Entries.Count} entries", "entries named *.npy", "unpack it and name one file; a Zarr store in a zip is read as a folder");
        CheckSizes(arrays, archiveLength, name);

        var gate = new Lock();
        var anonymous = new AnonymousDimensions();
        var dimensions = new OrderedDictionary<string, Dimension>(StringComparer.Ordinal);
        var variables = arrays.ConvertAll(entry =>
        {
            var (header, source) = Array(entry, $"{name}, entry {FormatError.Quote(entry.FullName)}", gate);
            var own = anonymous.Of(header.Shape);
            foreach (var dimension in own) dimensions.TryAdd(dimension.Name, dimension);
            return new Variable(entry.FullName[..^Extension.Length], header.Type, own, [], source);
        });
        return new DataSet(name, "npz", [.. dimensions.Values], variables, [], zip);
    }

    private static void CheckSizes(List<ZipArchiveEntry> arrays, long archiveLength, string name)
    {
        long total = 0;
        foreach (var entry in arrays)
        {
            bool expands = entry.Length > entry.CompressedLength && entry.Length / DeflateLimit > entry.CompressedLength;
            if (entry.Length < 0 || expands || entry.CompressedLength > archiveLength)
                throw FormatError.In(name, $"entry {FormatError.Quote(entry.FullName)} claims an impossible size", $"{entry.Length} bytes from {entry.CompressedLength}", $"at most {DeflateLimit} times");
            total = total > long.MaxValue - entry.Length ? long.MaxValue : total + entry.Length;
        }
        if (total / DeflateLimit > archiveLength) throw FormatError.In(name, "the entries overlap", $"{total} bytes from {archiveLength}", $"at most {DeflateLimit} times");
    }

    private static (NpyHeader Header, NpySource Source) Array(ZipArchiveEntry entry, string place, Lock gate)
    {
        var start = new byte[(int)Math.Min(entry.Length, NpyHeader.MaxLength + 16)];
        Fill(0, start);
        var header = NpyHeader.Read(new ByteReader(ByteStore.Of(start), place), entry.Length);
        return (header, new NpySource(header, (offset, bytes) =>
        {
            // A span can not be captured, so the guard takes the exception here.
            try
            {
                Fill(offset, bytes);
            }
            catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
            {
                throw FormatError.In(place, "damaged zip entry", inner: error);
            }
        }));

        void Fill(long offset, Span<byte> bytes)
        {
            lock (gate) // the archive has one position
            {
                using var stream = entry.Open();
                Skip(stream, offset);
                stream.ReadExactly(bytes);
            }
        }
    }

    private static void Skip(Stream stream, long count)
    {
        Span<byte> waste = stackalloc byte[4096];
        for (long left = count; left > 0;)
        {
            int read = stream.Read(waste[..(int)Math.Min(waste.Length, left)]);
            if (read == 0) throw new EndOfStreamException();
            left -= read;
        }
    }
}
