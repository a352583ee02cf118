using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Residuum.Experiments.Studies;

/// <summary>What was measured for a claim: a number, or a text such as a set of terms.</summary>
[JsonConverter(typeof(MeasurementJson))]
public readonly record struct Measurement
{
    private readonly string? _text;

    /// <summary>A number; it may be NaN, and no claim holds then.</summary>
    /// <param name="number">The number.</param>
    public Measurement(double number) => (Number, _text) = (number, null);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public Measurement(string text) => (Number, _text) = (double.NaN, text);

    /// <summary>The number; NaN for a text.</summary>
    public double Number { get; }

    /// <summary>Whether this is a number (that may be NaN), not a text.</summary>
    public bool IsNumber => _text is null;

    /// <summary>A set, written in one way whatever its order: <c>{u u_x, u_xx}</c>.</summary>
    /// <param name="items">The items; equal ones count once.</param>
    public static Measurement Set(IEnumerable<string> items) => new(SetText(items));

    /// <summary>The text, or the number in its shortest form that reads back the same.</summary>
    public override string ToString() => _text ?? Number.ToString("R", CultureInfo.InvariantCulture);

    internal static string SetText(IEnumerable<string> items) =>
        $"{{{string.Join(", ", items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}}}";
}

/// <summary>A number as a JSON number; a text, a NaN and an infinity as a JSON string.</summary>
internal sealed class MeasurementJson : JsonConverter<Measurement>
{
    public override Measurement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number) return new Measurement(reader.GetDouble());
        string text = reader.GetString() ?? throw new JsonException("a measured value is null; expected a number or a text");
        return text switch
        {
            "NaN" => new Measurement(double.NaN),
            "Infinity" => new Measurement(double.PositiveInfinity),
            "-Infinity" => new Measurement(double.NegativeInfinity),
            _ => new Measurement(text),
        };
    }

    public override void Write(Utf8JsonWriter writer, Measurement value, JsonSerializerOptions options)
    {
        if (value.IsNumber && double.IsFinite(value.Number)) writer.WriteNumberValue(value.Number);
        else writer.WriteStringValue(value.ToString());
    }
}
