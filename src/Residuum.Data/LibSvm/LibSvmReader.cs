using System.Buffers.Binary;
using System.IO.Compression;
using Residuum.Numerics.Errors;

namespace Residuum.Data.LibSvm;

/// <summary>Reads LIBSVM text, also known as svmlight: a line for each sample, <c>label index:value ...</c>, plain or compressed by gzip.</summary>
/// <remarks>Indices ascend and count from 1, or from 0; features that are not named are 0. <c>#</c> begins a comment, <c>qid:n</c> is passed over, so are
/// blank lines; a label alone is a sample without features. Several labels in a line are not read.</remarks>
public static class LibSvmReader
{
    /// <summary>Times that gzip may shrink a text: numbers shrink tenfold, a small file that would fill the memory a thousandfold.</summary>
    private const int MostExpansion = 100;

    /// <summary>Bytes of text that are always allowed.</summary>
    private const int Unsuspicious = 1 << 24;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How; the defaults where null.</param>
    /// <exception cref="FormatError">Names file and line, what was found and what was expected.</exception>
    /// <exception cref="UserError">No such file, or it can not be read.</exception>
    public static LibSvmData Read(string path, LibSvmOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path)) throw new UserError(Directory.Exists(path) ? "a folder, not a file" : "no such file", path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);
            return Read(file, path, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError("can not read", path, error.Message, inner: error);
        }
    }

    /// <summary>Reads a stream that can go back to its beginning.</summary>
    /// <param name="stream">The stream; not disposed.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="options">How; the defaults where null.</param>
    /// <exception cref="FormatError">Names line, what was found and what was expected.</exception>
    public static LibSvmData Read(Stream stream, string name, LibSvmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> magic = stackalloc byte[4];
        magic = magic[..stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false)];
        stream.Position = 0;
        if (magic.StartsWith("BZh"u8)) throw FormatError.In(name, "bzip2 is not read", remedy: "decompress with 'bunzip2 FILE'");
        var rows = new LibSvmRows(name, options ?? new());
        if (magic.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b])) AddCompressed(rows, stream, name);
        else AddAll(rows, new ByteLines(stream, name));
        return rows.ToData();
    }

    private static void AddAll(LibSvmRows rows, ByteLines lines)
    {
        while (lines.TryNext(out var line)) rows.Add(line, lines.Number);
    }

    private static void AddCompressed(LibSvmRows rows, Stream stream, string name)
    {
        using var text = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        var lines = new ByteLines(text, name, Unsuspicious + (MostExpansion * stream.Length));
        try
        {
            AddAll(rows, lines);
        }
        catch (InvalidDataException error)
        {
            throw FormatError.AtLine(name, lines.Number, "the compressed text is damaged", FormatError.Quote(error.Message), inner: error);
        }
        catch (FormatError) when (lines.IsLast)
        {
            DemandLength(stream, lines.Total, name); // A cut line is the consequence, not the cause.
            throw;
        }
        DemandLength(stream, lines.Total, name);
    }

    /// <summary>The framework ends a cut file without an error: only the length that gzip stores behind the text (mod 2³²) tells.</summary>
    private static void DemandLength(Stream stream, long found, string name)
    {
        Span<byte> stored = stackalloc byte[4];
        stream.Position = Math.Max(0, stream.Length - 4);
        int read = stream.ReadAtLeast(stored, 4, throwOnEndOfStream: false);
        if (read < 4 || BinaryPrimitives.ReadUInt32LittleEndian(stored) != (uint)found)
            throw FormatError.In(name, "the compressed text is damaged: cut, or of several parts", $"{found} bytes of text", remedy: "decompress with 'gunzip FILE'");
    }
}
