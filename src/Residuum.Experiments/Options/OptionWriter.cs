using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Residuum.Experiments.Options;

/// <summary>Writes an options record back: as an options file, and as flat pairs that identify a run.</summary>
public static class OptionWriter
{
    // Letters beyond ASCII and control characters are escaped: a text can not leave its quotes.
    private static readonly JsonSerializerOptions Escaping = new();

    /// <summary>The options file that gives this record: what differs from the defaults, no comments.</summary>
    /// <param name="record">The options record.</param>
    public static string Yaml(object record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var text = new StringBuilder();
        Section(text, OptionSchema.Of(record.GetType()), record, "");
        return text.ToString();
    }

    /// <summary>Every option with its value as text, keys of sections joined by points.</summary>
    /// <param name="record">The options record.</param>
    public static IReadOnlyDictionary<string, string> Pairs(object record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Flatten(pairs, OptionSchema.Of(record.GetType()), record, "");
        return pairs;
    }

    private static void Flatten(SortedDictionary<string, string> pairs, OptionSchema schema, object record, string prefix)
    {
        foreach (var option in schema.Options)
        {
            object? value = option.Property.GetValue(record);
            if (IsSection(option) && value is not null) Flatten(pairs, option.Section!, value, $"{prefix}{option.Name}.");
            else pairs[prefix + option.Name] = Inline(option, value);
        }
    }

    private static void Section(StringBuilder text, OptionSchema schema, object record, string indent)
    {
        foreach (var option in schema.Options)
        {
            object? value = option.Property.GetValue(record);
            string given = Inline(option, value);
            if (!IsSection(option) && given != Inline(option, option.Default))
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}{option.Name}: {given}\n");
            }
            else if (IsSection(option) && value is not null)
            {
                int before = text.Length;
                text.Append(CultureInfo.InvariantCulture, $"{indent}{option.Name}:\n");
                int header = text.Length;
                Section(text, option.Section!, value, indent + "  ");
                if (text.Length == header) text.Length = before;
            }
        }
    }

    private static bool IsSection(OptionDeclaration option) => option is { Kind: OptionKind.Section, Shape: OptionShape.Single };

    /// <summary>A value on one line, lists in brackets, maps and records in braces.</summary>
    private static string Inline(OptionDeclaration option, object? value) => (option.Shape, value) switch
    {
        (_, null) => "null",
        (OptionShape.List, IEnumerable list) => $"[{string.Join(", ", list.Cast<object>().Select(item => One(option, item)))}]",
        (OptionShape.Map, IDictionary map) => $"{{{string.Join(", ", map.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => $"{Quote(key)}: {One(option, map[key]!)}"))}}}",
        _ => One(option, value),
    };

    private static string One(OptionDeclaration option, object value) => option.Kind switch
    {
        OptionKind.Text => Quote((string)value),
        OptionKind.Section => $"{{{string.Join(", ", option.Section!.Options.Select(inner => $"{inner.Name}: {Inline(inner, inner.Property.GetValue(value))}"))}}}",
        _ => OptionDeclaration.Text(value),
    };

    private static string Quote(string text) => JsonSerializer.Serialize(text, Escaping);
}
