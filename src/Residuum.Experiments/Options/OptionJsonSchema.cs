using System.Text.Json;
using System.Text.Json.Nodes;
using Residuum.Numerics.Options;

namespace Residuum.Experiments.Options;

/// <summary>Writes the JSON Schema (draft 2020-12) of an options file, by which editors complete and check it.</summary>
public static class OptionJsonSchema
{
    /// <summary>The schema of a whole file.</summary>
    /// <param name="schema">The options.</param>
    /// <param name="title">What the file is.</param>
    public static JsonObject For(OptionSchema schema, string title)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = title,
        };
        foreach (var (key, value) in Record(schema).ToList()) root[key] = value?.DeepClone();
        return root;
    }

    private static JsonObject Record(OptionSchema schema)
    {
        var properties = new JsonObject();
        foreach (var option in schema.Options) properties[option.Name] = Property(option);
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static JsonObject Property(OptionDeclaration option)
    {
        var one = option.Kind == OptionKind.Section ? Record(option.Section!) : Single(option);
        var node = option.Shape switch
        {
            OptionShape.List => new JsonObject { ["type"] = "array", ["items"] = one },
            OptionShape.Map => new JsonObject { ["type"] = "object", ["additionalProperties"] = one },
            _ => one,
        };
        if (option.IsNullable && option.Shape == OptionShape.Single) AllowNull(node);
        node["description"] = option.Unit.Length == 0 ? option.Summary : $"{option.Summary} Unit: {option.Unit}.";
        if (option is { Kind: not OptionKind.Section, Shape: OptionShape.Single, Default: not null }) node["default"] = Default(option);
        return node;
    }

    private static void AllowNull(JsonObject node)
    {
        node["type"] = new JsonArray((string)node["type"]!, "null");
        if (node["enum"] is JsonArray choices) choices.Add(null);
    }

    private static JsonObject Single(OptionDeclaration option)
    {
        var node = new JsonObject
        {
            ["type"] = option.Kind switch
            {
                OptionKind.Number => "number",
                OptionKind.WholeNumber => "integer",
                OptionKind.Switch => "boolean",
                _ => "string",
            },
        };
        if (option.Kind == OptionKind.Choice) node["enum"] = new JsonArray([.. option.Choices.Select(choice => (JsonNode)choice)]);
        if (option.Range.Length > 0) Bounds(node, Interval.Parse(option.Range));
        return node;
    }

    private static void Bounds(JsonObject node, Interval range)
    {
        if (double.IsFinite(range.Low)) node[range.LowOpen ? "exclusiveMinimum" : "minimum"] = range.Low;
        if (double.IsFinite(range.High)) node[range.HighOpen ? "exclusiveMaximum" : "maximum"] = range.High;
    }

    private static JsonNode? Default(OptionDeclaration option) => option.Default switch
    {
        Enum => option.DefaultText,
        double number when !double.IsFinite(number) => null,
        var value => JsonSerializer.SerializeToNode(value),
    };
}
