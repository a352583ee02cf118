using System.Text.Json;
using System.Text.Json.Nodes;

namespace Residuum.Notices;

/// <summary>The software bill of materials, CycloneDX 1.6; the same input gives the same bytes.</summary>
public static class BillOfMaterials
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes the bill.</summary>
    /// <param name="version">Version of the product.</param>
    /// <param name="packages">Packages of the tool.</param>
    /// <param name="parts">Parts compiled into their files.</param>
    public static string Write(string version, IEnumerable<Component> packages, IEnumerable<Component> parts)
    {
        var components = packages.Select(package => Entry(package, $"pkg:nuget/{package.Name}@{package.Version}"))
            .Concat(parts.OrderBy(part => part.Name, StringComparer.Ordinal).Select(part => Entry(part, null)));
        var bill = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = "residuum", ["name"] = "residuum", ["version"] = version },
            },
            ["components"] = new JsonArray([.. components]),
        };
        return bill.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Entry(Component component, string? purl)
    {
        var entry = new JsonObject { ["type"] = "library", ["bom-ref"] = purl ?? $"part:{component.Name}", ["name"] = component.Name };
        if (component.Version.Length > 0) entry["version"] = component.Version;
        entry["licenses"] = new JsonArray(new JsonObject { ["expression"] = component.Licence });
        if (purl is not null) entry["purl"] = purl;
        if (Uri.IsWellFormedUriString(component.Url, UriKind.Absolute))
            entry["externalReferences"] = new JsonArray(new JsonObject { ["type"] = "website", ["url"] = component.Url });
        return entry;
    }
}
