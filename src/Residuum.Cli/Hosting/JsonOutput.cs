using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Residuum.Cli.Hosting;

/// <summary>Writes results for scripts: camel-case names, choices in kebab case, null for a number that is not finite.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Style = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new FiniteOrNull() },
    };

    public static string Text(object result) => result switch
    {
        JsonNode node => node.ToJsonString(Style),
        _ => JsonSerializer.Serialize(result, result.GetType(), Style),
    };

    public static JsonNode? Node(object result) => JsonSerializer.SerializeToNode(result, result.GetType(), Style);

    private sealed class FiniteOrNull : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value)) writer.WriteNumberValue(value);
            else writer.WriteNullValue();
        }
    }
}
