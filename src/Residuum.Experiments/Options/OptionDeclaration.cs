using System.Collections;
using System.Globalization;
using System.Reflection;
using Residuum.Numerics.Options;

namespace Residuum.Experiments.Options;

/// <summary>What is known of one option, read from its property.</summary>
public sealed class OptionDeclaration
{
    internal OptionDeclaration(PropertyInfo property, OptionAttribute attribute, object? defaultValue, string prefix)
    {
        Property = property;
        Name = OptionName.Kebab(property.Name);
        FlagName = prefix + Name;
        (Summary, Range, Unit, Source, ValueWord) = (attribute.Summary, attribute.Range, attribute.Unit, attribute.Source, attribute.Value);
        (Kind, Shape, ElementType) = OptionTypes.Of(property.PropertyType);
        Default = defaultValue;
        IsNullable = defaultValue is null || Nullable.GetUnderlyingType(property.PropertyType) is not null;
        if (Kind == OptionKind.Choice) Choices = [.. Enum.GetNames(ElementType).Select(OptionName.Kebab)];
        if (Kind == OptionKind.Section)
            Section = OptionSchema.Build(ElementType, Shape == OptionShape.Single ? defaultValue : null, FlagName + "-");
    }

    /// <summary>The property that declares it.</summary>
    public PropertyInfo Property { get; }

    /// <summary>YAML key: the property's name in kebab case.</summary>
    public string Name { get; }

    /// <summary>Flag without its hyphens: the key, with the keys of its sections before it.</summary>
    public string FlagName { get; }

    /// <summary>One sentence.</summary>
    public string Summary { get; }

    /// <summary>Accepted interval in mathematical notation; empty for every finite number.</summary>
    public string Range { get; }

    /// <summary>Unit; empty for a pure number.</summary>
    public string Unit { get; }

    /// <summary>Where the default comes from.</summary>
    public string Source { get; }

    /// <summary>Word for the value in help pages; empty for the one of its type.</summary>
    public string ValueWord { get; }

    /// <summary>What a value is.</summary>
    public OptionKind Kind { get; }

    /// <summary>How many values it holds.</summary>
    public OptionShape Shape { get; }

    /// <summary>C# type of one value.</summary>
    public Type ElementType { get; }

    /// <summary>Value when nothing is given.</summary>
    public object? Default { get; }

    /// <summary>Whether it can be left empty.</summary>
    public bool IsNullable { get; }

    /// <summary>Accepted names of a choice, in kebab case; else empty.</summary>
    public IReadOnlyList<string> Choices { get; } = [];

    /// <summary>The options of a section; else null.</summary>
    public OptionSchema? Section { get; }

    /// <summary>Whether a flag can set it; lists and maps of sections stand in a file only.</summary>
    public bool HasFlag => Kind != OptionKind.Section;

    /// <summary>The default as a user would write it; empty when there is none.</summary>
    public string DefaultText => Default switch
    {
        null => "",
        string text => text,
        IDictionary map => string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key}={Text(map[key])}")),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Text)),
        var value => Text(value),
    };

    /// <summary>What is expected, in a few words: <c>a number in (0, inf)</c>, <c>rvm or stlsq</c>.</summary>
    public string Expected
    {
        get
        {
            string one = Kind switch
            {
                OptionKind.Number => Range.Length == 0 ? "a number" : $"a number in {Range}",
                OptionKind.WholeNumber => Range.Length == 0 ? "a whole number" : $"a whole number in {Range}",
                OptionKind.Switch => "true or false",
                OptionKind.Choice => Choices.Count == 1 ? Choices[0] : $"{string.Join(", ", Choices.SkipLast(1))} or {Choices[^1]}",
                OptionKind.Section => "a section with keys",
                _ => "a text",
            };
            return Shape switch
            {
                OptionShape.List => $"a list, each {one}",
                OptionShape.Map => $"names with values, each {one}",
                _ => one,
            };
        }
    }

    internal static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        Enum choice => OptionName.Kebab(choice.ToString()),
        double number when double.IsPositiveInfinity(number) => "inf",
        double number when double.IsNegativeInfinity(number) => "-inf",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
