using System.Globalization;
using System.Text.Json;
using Residuum.Data.Arrays;

namespace Residuum.Data.Npy;

/// <summary>Writes the JSON companion, the twin of <see cref="NpyCompanion"/>.</summary>
internal static class NpyCompanionWriter
{
    public static void Write(Stream stream, DataSet data, Variable main)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("name", main.Name);
        Description(json, main);
        if (data.Attributes.Count > 0) Attributes(json, "global", data.Attributes);
        if (data.Variables.Count > 1)
        {
            json.WriteStartObject("variables");
            foreach (var variable in data.Variables.Where(variable => variable != main))
            {
                json.WriteStartObject(variable.Name);
                Description(json, variable);
                json.WritePropertyName("values");
                Values(json, variable.Type == ElementType.Char ? variable.Read() : variable.ReadElements());
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Description(Utf8JsonWriter json, Variable variable)
    {
        json.WriteStartArray("dims");
        foreach (var dimension in variable.Dimensions) json.WriteStringValue(dimension.Name);
        json.WriteEndArray();
        if (variable.Attributes.Count > 0) Attributes(json, "attributes", variable.Attributes);
    }

    private static void Attributes(Utf8JsonWriter json, string key, AttributeTable attributes)
    {
        json.WriteStartObject(key);
        foreach (var (name, value) in attributes)
        {
            json.WritePropertyName(name);
            if (value.Values.Length == 1) Value(json, value.Values.GetValue(0)!);
            else Values(json, value.Values);
        }
        json.WriteEndObject();
    }

    private static void Values(Utf8JsonWriter json, Array values)
    {
        json.WriteStartArray();
        foreach (object value in values) Value(json, value);
        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case double number: Number(json, number, number.ToString("R", CultureInfo.InvariantCulture)); break;
            case float number: Number(json, number, number.ToString("R", CultureInfo.InvariantCulture)); break;
            default: json.WriteRawValue(Convert.ToString(value, CultureInfo.InvariantCulture)!); break;
        }
    }

    /// <summary>JSON has no NaN, so such values are the texts "NaN", "Infinity", "-Infinity"; whole doubles keep a point and so their type.</summary>
    private static void Number(Utf8JsonWriter json, double value, string text)
    {
        if (!double.IsFinite(value)) json.WriteStringValue(text);
        else json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0");
    }
}
