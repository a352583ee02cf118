using System.Security.Cryptography;

namespace Residuum.Experiments.Runs;

/// <summary>Writes a whole file or none: to a temporary name in the same folder, flushed to the disk, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Ending of what a killed process may leave.</summary>
    public const string TemporaryEnding = ".tmp";

    public static void Write(string path, Action<Stream> write)
    {
        string temporary = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}{TemporaryEnding}";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        byte[] copy = bytes.ToArray();
        Write(path, file => file.Write(copy));
    }

    public static void DeleteTemporaries(string folder)
    {
        foreach (string leftover in Directory.EnumerateFiles(folder, $"*{TemporaryEnding}", SearchOption.AllDirectories)) File.Delete(leftover);
    }
}
