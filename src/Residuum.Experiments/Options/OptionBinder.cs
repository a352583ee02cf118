using System.Collections;
using System.Reflection;
using Residuum.Numerics.Errors;

namespace Residuum.Experiments.Options;

/// <summary>Fills an options record from a file and from flags; a flag overrides the file.</summary>
/// <remarks>Values enter through the record's <c>init</c> accessors, so the record's own checks decide; the binder adds the place to their message.</remarks>
public static class OptionBinder
{
    /// <summary>Builds the record.</summary>
    /// <typeparam name="T">The options record.</typeparam>
    /// <param name="file">The options file, or null.</param>
    /// <param name="flags">Values of the flags that were given, by <see cref="OptionDeclaration.FlagName"/>; null for none.</param>
    /// <exception cref="UserError">An unknown key, a wrong type or a value out of range, with its place.</exception>
    public static T Bind<T>(OptionMapping? file, IReadOnlyDictionary<string, IReadOnlyList<string>>? flags = null)
        where T : new() => (T)Bind(OptionSchema.Of<T>(), file, flags);

    /// <summary>Builds the record of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="file">The options file, or null.</param>
    /// <param name="flags">Values of the flags that were given, by <see cref="OptionDeclaration.FlagName"/>; null for none.</param>
    /// <exception cref="UserError">An unknown key, a wrong type or a value out of range, with its place.</exception>
    public static object Bind(OptionSchema schema, OptionMapping? file, IReadOnlyDictionary<string, IReadOnlyList<string>>? flags = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        object record = Activator.CreateInstance(schema.Type)!;
        if (file is not null) FromFile(schema, record, file);
        if (flags is not null) FromFlags(schema, record, flags);
        return record;
    }

    private static void FromFile(OptionSchema schema, object record, OptionMapping section)
    {
        foreach (var (place, key, node) in section.Entries)
        {
            var option = schema.Options.FirstOrDefault(option => option.Name == key)
                ?? throw new UserError("unknown key", place.ToString(), $"'{key}'", remedy: Suggestion.For(key, schema.Options.Select(option => option.Name)) ?? Known(schema));
            Set(option, record, Value(option, record, node), $"{place}: {key}");
        }
    }

    private static void FromFlags(OptionSchema schema, object record, IReadOnlyDictionary<string, IReadOnlyList<string>> flags)
    {
        foreach (var option in schema.Options)
        {
            if (option.HasFlag && flags.TryGetValue(option.FlagName, out var texts))
                Set(option, record, FlagValue(option, texts), $"--{option.FlagName}");
            else if (option is { Kind: OptionKind.Section, Shape: OptionShape.Single } && option.Section!.Flags.Any(inner => flags.ContainsKey(inner.FlagName)))
            {
                object section = SectionCopy(option, record);
                FromFlags(option.Section!, section, flags);
                Set(option, record, section, $"--{option.FlagName}");
            }
        }
    }

    private static object? Value(OptionDeclaration option, object record, OptionNode node) => option.Shape switch
    {
        OptionShape.List => List(option, node switch
        {
            OptionSequence list => list.Items.Select(item => Single(option, item)),
            OptionScalar { IsNull: true } => [],
            _ => [Single(option, node)],
        }),
        OptionShape.Map => node is OptionMapping map
            ? Map(option, map.Entries.Select(entry => (entry.Key, Single(option, entry.Value))))
            : throw WrongType(option, node),
        _ when option.Kind == OptionKind.Section && node is OptionMapping section => Section(option, SectionCopy(option, record), section),
        _ when node is OptionScalar { IsNull: true } && option.IsNullable => null,
        _ => Single(option, node),
    };

    private static object Single(OptionDeclaration option, OptionNode node)
    {
        if (option.Kind == OptionKind.Section)
            return node is OptionMapping section ? Section(option, Activator.CreateInstance(option.ElementType)!, section) : throw WrongType(option, node);
        bool acceptable = node is OptionScalar { IsNull: false } scalar && (!scalar.Quoted || option.Kind is OptionKind.Text or OptionKind.Choice);
        return acceptable && OptionText.TryRead(option, ((OptionScalar)node).Text, out object? value) ? value! : throw WrongType(option, node);
    }

    private static object Section(OptionDeclaration option, object record, OptionMapping section)
    {
        FromFile(option.Section!, record, section);
        return record;
    }

    private static object? FlagValue(OptionDeclaration option, IReadOnlyList<string> texts) => option.Shape switch
    {
        OptionShape.List => List(option, Split(option, texts).Select(text => Single(option, text))),
        OptionShape.Map => Map(option, texts.Select(text => text.Split('=', 2) is [var key, var value]
            ? (key, Single(option, value))
            : throw new UserError("wrong form", $"--{option.FlagName}", $"'{text}'", "NAME=VALUE"))),
        _ => Single(option, texts[^1]),
    };

    private static object Single(OptionDeclaration option, string text) => OptionText.TryRead(option, text, out object? value)
        ? value!
        : throw new UserError("wrong value", $"--{option.FlagName}", $"'{text}'", option.Expected, Suggestion.For(text, option.Choices));

    /// <summary>Numbers and names may stand in one argument with commas; a text keeps its commas.</summary>
    private static IEnumerable<string> Split(OptionDeclaration option, IReadOnlyList<string> texts) =>
        option.Kind == OptionKind.Text ? texts : texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries));

    private static Array List(OptionDeclaration option, IEnumerable<object?> values)
    {
        object?[] items = [.. values];
        var list = Array.CreateInstance(option.ElementType, items.Length);
        for (int i = 0; i < items.Length; i++) list.SetValue(items[i], i);
        return list;
    }

    private static IDictionary Map(OptionDeclaration option, IEnumerable<(string Key, object Value)> pairs)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), option.ElementType))!;
        foreach (var (key, value) in pairs) map[key] = value;
        return map;
    }

    /// <summary>A copy of the section's present value, so that a default shared by many records is never changed.</summary>
    private static object SectionCopy(OptionDeclaration option, object record) => option.Property.GetValue(record) is { } present
        ? option.ElementType.GetMethod("<Clone>$")?.Invoke(present, null) ?? present
        : Activator.CreateInstance(option.ElementType)!;

    private static void Set(OptionDeclaration option, object record, object? value, string where)
    {
        try
        {
            option.Property.SetValue(record, value, BindingFlags.DoNotWrapExceptions, null, null, null);
        }
        catch (UserError error)
        {
            throw new UserError(error.What, where, error.Found, error.Expected, error.Remedy, error);
        }
        catch (ArgumentException error)
        {
            throw new UserError("not accepted", where, error.Message, inner: error);
        }
    }

    private static UserError WrongType(OptionDeclaration option, OptionNode node) =>
        new("wrong value", $"{node.Place}: {option.Name}", node.Describe(), option.Expected, node is OptionScalar text ? Suggestion.For(text.Text, option.Choices) : null);

    private static string Known(OptionSchema schema) => $"known keys: {string.Join(", ", schema.Options.Select(option => option.Name))}";
}
