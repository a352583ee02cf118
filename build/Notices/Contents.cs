using System.Text.Json;

namespace Residuum.Notices;

/// <summary>What package metadata does not say (contents.json): licences given as files, parts compiled into native files, fonts.</summary>
public sealed class Contents
{
    private readonly Dictionary<string, string> _licences;
    private readonly List<(HashSet<string> Files, List<Component> Parts)> _contents = [];

    private Contents(JsonElement root)
    {
        _licences = root.GetProperty("packageLicences").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!);
        foreach (var entry in root.GetProperty("contents").EnumerateArray())
            _contents.Add(([.. entry.GetProperty("files").EnumerateArray().Select(file => file.GetString()!)], [.. entry.GetProperty("components").EnumerateArray().Select(Part)]));
    }

    /// <summary>The list that stands beside this program's source.</summary>
    public static Contents Known { get; } = Load();

    /// <summary>Every part that is compiled into some file.</summary>
    public IEnumerable<Component> Parts => _contents.SelectMany(entry => entry.Parts).DistinctBy(part => part.Name);

    /// <summary>SPDX licence of a package whose own metadata gives a file or an address; null where it is not listed.</summary>
    /// <param name="package">Package id.</param>
    public string? LicenceOf(string package) => _licences.GetValueOrDefault(package);

    /// <summary>Parts compiled into a native file; null where the file is not listed.</summary>
    /// <param name="file">File name.</param>
    public IReadOnlyList<Component>? PartsOf(string file) => _contents.FirstOrDefault(entry => entry.Files.Contains(file)).Parts;

    private static Component Part(JsonElement part) =>
        new(part.GetProperty("name").GetString()!, "", part.GetProperty("licence").GetString()!, part.GetProperty("url").GetString()!, "", []);

    private static Contents Load()
    {
        using var stream = typeof(Contents).Assembly.GetManifestResourceStream("contents.json")!;
        using var json = JsonDocument.Parse(stream);
        return new Contents(json.RootElement);
    }
}
