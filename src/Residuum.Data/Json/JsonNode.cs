using System.Text.Json;
using Residuum.Data.Arrays;

namespace Residuum.Data.Json;

/// <summary>A JSON value that knows where it stands, so that a message can say so.</summary>
internal readonly struct JsonNode(JsonElement element, string file, string place)
{
    public IEnumerable<(string Key, JsonNode Value)> Members()
    {
        if (element.ValueKind != JsonValueKind.Object) throw Wrong("an object {...}");
        var members = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            string key = Safe(member, static member => member.Name);
            if (!members.TryAdd(key, new JsonNode(member.Value, file, FormatError.Quote(key)))) throw FormatError.In(file, "a key stands twice", FormatError.Quote(key));
        }
        return members.Select(member => (member.Key, member.Value));
    }

    public string Text() => element.ValueKind == JsonValueKind.String ? Safe(element, static element => element.GetString()!) : throw Wrong("a text");

    public string[] Texts()
    {
        var (source, where) = (file, place);
        return [.. Items().Select(item => new JsonNode(item, source, where).Text())];
    }

    /// <summary>Whole numbers from 0 on.</summary>
    public long[] WholeNumbers()
    {
        var items = Items();
        return items.TrueForAll(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out long whole) && whole >= 0)
            ? [.. items.Select(item => item.GetInt64())]
            : throw FormatError.In(file, $"wrong kind of value in {place}", expected: "whole numbers from 0 on");
    }

    public AttributeTable Attributes()
    {
        var table = new AttributeTable();
        foreach (var (key, value) in Members()) table[key] = value.AttributeValue();
        return table;
    }

    /// <summary>Numbers (whole ones as int or long), texts, or truth values; "NaN", "Infinity", "-Infinity" among numbers are numbers.</summary>
    public Array Values()
    {
        var items = Items();
        if (items.Count == 0) return Array.Empty<double>();
        if (items.TrueForAll(item => item.ValueKind is JsonValueKind.True or JsonValueKind.False)) return items.ConvertAll(item => item.GetBoolean()).ToArray();
        if (items.TrueForAll(item => item.ValueKind == JsonValueKind.String)) return Texts() is var texts && texts.All(IsSpecial) ? Array.ConvertAll(texts, Special) : texts;
        if (items.TrueForAll(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out _))) return items.ConvertAll(item => item.GetInt32()).ToArray();
        if (items.TrueForAll(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out _))) return items.ConvertAll(item => item.GetInt64()).ToArray();
        var (source, where) = (file, place);
        return items.ConvertAll(item => new JsonNode(item, source, where).Number()).ToArray();
    }

    /// <summary>Whether the value is <c>null</c>.</summary>
    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>Whether the value is a text.</summary>
    public bool IsText => element.ValueKind == JsonValueKind.String;

    /// <summary>Attributes without those that a data set does not hold: nested ones, mixed lists and nothing.</summary>
    public AttributeTable SimpleAttributes()
    {
        var table = new AttributeTable();
        foreach (var (key, value) in Members())
        {
            if (value.IsSimple) table[key] = value.AttributeValue();
        }
        return table;
    }

    /// <summary>Values of a list.</summary>
    public List<JsonNode> List()
    {
        var (source, where) = (file, place);
        return Items().ConvertAll(item => new JsonNode(item, source, where));
    }

    /// <summary>A text, a number, a truth value, or a list of such.</summary>
    public AttributeValue AttributeValue() => element.ValueKind switch
    {
        JsonValueKind.Array => new AttributeValue(Values()),
        JsonValueKind.String when Text() is var text => IsSpecial(text) ? Special(text) : text,
        JsonValueKind.True or JsonValueKind.False => new AttributeValue(new[] { element.GetBoolean() }),
        JsonValueKind.Number when element.TryGetInt32(out int whole) => whole,
        JsonValueKind.Number when element.TryGetInt64(out long whole) => new AttributeValue(new[] { whole }),
        JsonValueKind.Number => Number(),
        _ => throw Wrong("a text, a number, or a list of them"),
    };

    /// <summary>A number; "NaN", "Infinity" and "-Infinity" are numbers.</summary>
    public double Number() => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String when IsSpecial(Text()) => Special(Text()),
        _ => throw Wrong("a number"),
    };

    private bool IsSimple => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(item => Kind(item)).Distinct().ToList() is [] or [not null],
        _ => Kind(element) is not null,
    };

    /// <summary>What a list may hold one kind of; truth values are one kind, and so are numbers.</summary>
    private static JsonValueKind? Kind(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String when item.ValueEquals("NaN") || item.ValueEquals("Infinity") || item.ValueEquals("-Infinity") => JsonValueKind.Number,
        JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True => item.ValueKind,
        JsonValueKind.False => JsonValueKind.True,
        _ => null,
    };

    private List<JsonElement> Items() => element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : throw Wrong("a list [...]");

    private static bool IsSpecial(string text) => text is "NaN" or "Infinity" or "-Infinity";

    private static double Special(string text) => text switch { "NaN" => double.NaN, "Infinity" => double.PositiveInfinity, _ => double.NegativeInfinity };

    /// <summary>Escapes that are no Unicode text (a lone surrogate) surface only when a text is taken out.</summary>
    private string Safe<T>(T from, Func<T, string> take)
    {
        try
        {
            return take(from);
        }
        catch (InvalidOperationException error)
        {
            throw FormatError.In(file, $"{place} holds a text that is not Unicode", inner: error);
        }
    }

    private FormatError Wrong(string expected) => FormatError.In(file, $"wrong kind of value in {place}", element.ValueKind.ToString(), expected);
}
