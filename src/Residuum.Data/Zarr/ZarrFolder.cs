using Residuum.Numerics.Errors;

namespace Residuum.Data.Zarr;

/// <summary>The files of one node of a store; links are passed over, as a data file must not choose what is read.</summary>
/// <param name="path">The folder.</param>
/// <param name="source">The store, for messages.</param>
internal sealed class ZarrFolder(string path, string source)
{
    private const long MostMetadata = 16 << 20;

    private readonly Lazy<Dictionary<string, long>> _chunks = new(() => Files(path));

    /// <summary>The store, for messages.</summary>
    public string Source => source;

    /// <summary>Name of the node.</summary>
    public string Name => Path.GetFileName(path.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar));

    /// <summary>Length of each file in the folder and below, by its path with <c>/</c>.</summary>
    public IReadOnlyDictionary<string, long> Chunks => _chunks.Value;

    /// <summary>Nodes below this one.</summary>
    public IEnumerable<ZarrFolder> Children() => Directory.EnumerateDirectories(path, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint })
        .Order(StringComparer.Ordinal).Select(child => new ZarrFolder(child, source));

    /// <summary>Path of a file, for messages.</summary>
    public string PathOf(string name) => Path.Combine(path, name);

    /// <summary>Whether a file is here, and is no link.</summary>
    public bool Has(string name) => new FileInfo(PathOf(name)) is { Exists: true, LinkTarget: null };

    /// <summary>A file of metadata.</summary>
    public byte[] Metadata(string name) => new FileInfo(PathOf(name)).Length is var length and > MostMetadata
        ? throw FormatError.In(PathOf(name), "the metadata are too long", $"{length} bytes", $"at most {MostMetadata}")
        : Read(name);

    /// <summary>A chunk that is among <see cref="Chunks"/>.</summary>
    public byte[] Chunk(string key) => Chunks[key] <= Array.MaxLength ? Read(key) : throw FormatError.In(PathOf(key), "the chunk is too long", $"{Chunks[key]} bytes", $"at most {Array.MaxLength}");

    private byte[] Read(string name)
    {
        try
        {
            return File.ReadAllBytes(PathOf(name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError("can not read", PathOf(name), error.Message, inner: error);
        }
    }

    private static Dictionary<string, long> Files(string path) =>
        new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true, MaxRecursionDepth = 64 })
            .ToDictionary(file => Path.GetRelativePath(path, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), file => file.Length, StringComparer.Ordinal);
}
