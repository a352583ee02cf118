using System.Security.Cryptography;

namespace Residuum.Numerics.Runtime;

/// <summary>Libraries that were changed for this system, in the user's cache folder, named by the SHA-256 of the original.</summary>
internal static class LibraryCache
{
    /// <summary>The user's cache folder: <c>$XDG_CACHE_HOME/residuum</c>, else <c>~/.cache/residuum</c>.</summary>
    public static string Folder =>
        Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)
                ? cache
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "residuum");

    /// <summary>Uses a changed library from the cache, or from a folder that is gone afterwards where the cache can not be written.</summary>
    /// <param name="original">The original's bytes: they name the copy.</param>
    /// <param name="changed">The bytes to use.</param>
    /// <param name="fileName">File name of the copy.</param>
    /// <param name="use">Loads the copy at a path.</param>
    /// <returns>Path of the copy.</returns>
    public static string WithCopy(ReadOnlySpan<byte> original, ReadOnlySpan<byte> changed, string fileName, Action<string> use)
    {
        try
        {
            string path = Write(Folder, original, changed, fileName);
            use(path);
            return path;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            string temporary = Directory.CreateTempSubdirectory("residuum-").FullName;
            string path = Write(temporary, original, changed, fileName);
            use(path);
            Directory.Delete(temporary, recursive: true); // The loader keeps what it has mapped.
            return path;
        }
    }

    /// <summary>Writes a changed library, unless the very same bytes are there already.</summary>
    /// <param name="folder">The cache folder.</param>
    /// <param name="original">The original's bytes: they name the copy.</param>
    /// <param name="changed">The bytes to keep.</param>
    /// <param name="fileName">File name of the copy.</param>
    /// <returns>Path of the copy.</returns>
    /// <exception cref="IOException">The folder can not be written.</exception>
    public static string Write(string folder, ReadOnlySpan<byte> original, ReadOnlySpan<byte> changed, string fileName)
    {
        string place = Path.Combine(folder, "native", Convert.ToHexStringLower(SHA256.HashData(original)));
        string path = Path.Combine(place, fileName);
        if (IsSame(path, changed)) return path;
        CreatePrivate(place);
        // Other processes may write at the same time: each its own file, and the last rename wins with equal bytes.
        string partial = Path.Combine(place, $".partial-{Environment.ProcessId}-{Guid.NewGuid():n}");
        try
        {
            File.WriteAllBytes(partial, changed);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
        return path;
    }

    private static bool IsSame(string path, ReadOnlySpan<byte> bytes) =>
        new FileInfo(path) is { Exists: true } file && file.Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);

    // Only the user writes there: code is loaded from it.
    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
