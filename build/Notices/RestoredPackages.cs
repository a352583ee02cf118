using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Residuum.Notices;

/// <summary>The packages that a project restored, with the licences that their own metadata gives.</summary>
public static partial class RestoredPackages
{
    /// <summary>Reads <c>obj/project.assets.json</c> and the metadata of each package in it.</summary>
    /// <param name="assets">Path of the assets file.</param>
    /// <exception cref="InvalidDataException">A package does not say its licence, and contents.json neither.</exception>
    public static IReadOnlyList<Component> Read(string assets)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
        string[] folders = [.. json.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        return
        [
            .. json.RootElement.GetProperty("libraries").EnumerateObject()
                .Where(library => library.Value.GetProperty("type").GetString() == "package")
                .Select(library => library.Value.GetProperty("path").GetString()!)
                .Select(path => folders.Select(folder => Path.Combine(folder, path)).First(Directory.Exists))
                .Select(ReadPackage)
                .OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static Component ReadPackage(string folder)
    {
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec")[0]).Root!.Elements().First();
        string? Text(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
        string id = Text("id")!;
        return new Component(
            id, Text("version")!, Licence(id, metadata), Text("projectUrl") ?? "",
            Text("copyright") ?? $"Copyright {Text("authors")}", CarriedTexts(folder));
    }

    private static string Licence(string id, XElement metadata)
    {
        var licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        return licence?.Attribute("type")?.Value == "expression"
            ? licence.Value
            : Contents.Known.LicenceOf(id) ?? throw new InvalidDataException($"{id} gives no SPDX licence: read its licence file and add it to contents.json");
    }

    private static string[] CarriedTexts(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => TextName().IsMatch(Path.GetFileName(file))).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^(licen[cs]e|notices?|third-party).*\.(txt|md)$", RegexOptions.IgnoreCase)]
    private static partial Regex TextName();
}
