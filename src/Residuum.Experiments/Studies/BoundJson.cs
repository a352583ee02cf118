using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Residuum.Experiments.Studies;

/// <summary>A bound as <c>{ "op", "value" }</c>; the value is a number, a text, or an array of either.</summary>
internal sealed class BoundJson : JsonConverter<Bound>
{
    public override bool CanConvert(Type typeToConvert) => typeof(Bound).IsAssignableFrom(typeToConvert);

    public override Bound Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var bound = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("a bound is no object");
        string op = (string?)bound["op"] ?? throw new JsonException("a bound has no op");
        JsonNode? value = bound["value"];
        return op switch
        {
            "at-most" => Is.AtMost(Number(value)),
            "at-least" => Is.AtLeast(Number(value)),
            "equal" => Is.EqualTo(Number(value)),
            "between" when value is JsonArray { Count: 2 } ends => Is.Between(Number(ends[0]), Number(ends[1])),
            "set" or "superset" or "not-set" when value is JsonArray items => new SetBound(op, [.. items.Select(Text)]),
            "text" => Is.EqualTo(Text(value)),
            "none" => new NoBound(),
            _ => throw new JsonException($"a bound with op '{op}' and value {value?.ToJsonString() ?? "null"} is not known"),
        };
    }

    public override void Write(Utf8JsonWriter writer, Bound value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("op", value.Op);
        writer.WritePropertyName("value");
        JsonSerializer.Serialize(writer, Value(value), options);
        writer.WriteEndObject();
    }

    private static object? Value(Bound bound) => bound switch
    {
        NumberBound { Op: "at-most" or "equal" } number => number.High,
        NumberBound { Op: "at-least" } number => number.Low,
        NumberBound number => new[] { number.Low, number.High },
        SetBound set => set.Items,
        TextBound text => text.Expected,
        _ => null,
    };

    private static double Number(JsonNode? node) => node?.GetValue<double>() ?? throw new JsonException("a bound's number is null");

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? throw new JsonException("a bound's text is null");
}
