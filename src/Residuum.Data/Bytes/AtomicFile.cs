using Residuum.Numerics.Errors;

namespace Residuum.Data.Bytes;

/// <summary>A file written under a temporary name in the same folder and renamed when complete: readers see the old file or the new one, never a part.</summary>
public sealed class AtomicFile : IDisposable
{
    private const string TemporaryEnding = ".partial";
    private readonly string _path, _temporary;
    private bool _done;

    /// <summary>Opens the temporary file; the folder must exist.</summary>
    /// <param name="path">The final path.</param>
    /// <exception cref="UserError">The folder does not exist or can not be written.</exception>
    public AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        _temporary = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{Guid.NewGuid():n}{TemporaryEnding}");
        try
        {
            Stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CanNotWrite(error);
        }
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Writes a whole file.</summary>
    /// <param name="path">The final path.</param>
    /// <param name="write">Writes the contents.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var file = new AtomicFile(path);
        write(file.Stream);
        file.Complete();
    }

    /// <summary>Writes a whole file.</summary>
    /// <param name="path">The final path.</param>
    /// <param name="bytes">Its contents.</param>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new AtomicFile(path);
        file.Stream.Write(bytes);
        file.Complete();
    }

    /// <summary>Deletes what killed processes left of files that they were writing; nobody may be writing there.</summary>
    /// <param name="folder">The folder; all folders in it too.</param>
    public static void DeleteTemporaries(string folder)
    {
        foreach (string leftover in Directory.EnumerateFiles(folder, $".*{TemporaryEnding}", SearchOption.AllDirectories)) File.Delete(leftover);
    }

    /// <summary>Brings the bytes to the disk and gives the file its name.</summary>
    public void Complete()
    {
        try
        {
            Stream.Flush(flushToDisk: true);
            Stream.Dispose();
            File.Move(_temporary, _path, overwrite: true);
            _done = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CanNotWrite(error);
        }
    }

    /// <summary>Closes; what was not completed is deleted.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_done) File.Delete(_temporary);
        _done = true;
    }

    private UserError CanNotWrite(Exception error) =>
        new("can not write", _path, error.Message, remedy: "name a folder that exists and can be written, with room on its disk", inner: error);
}
