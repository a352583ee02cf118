using System.Globalization;

namespace Residuum.Experiments.Options;

/// <summary>Turns a text into a value of an option's type; false when it is none.</summary>
internal static class OptionText
{
    public static bool TryRead(OptionDeclaration option, string text, out object? value)
    {
        value = option.Kind switch
        {
            OptionKind.Number => Number(text),
            OptionKind.WholeNumber => WholeNumber(text, option.ElementType),
            OptionKind.Switch => text switch { "true" => true, "false" => false, _ => null },
            OptionKind.Choice => Choice(option, text),
            _ => text,
        };
        return value is not null;
    }

    private static object? Number(string text) => text switch
    {
        "inf" or ".inf" or "+.inf" => double.PositiveInfinity,
        "-inf" or "-.inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null,
    };

    private static object? WholeNumber(string text, Type type)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign;
        if (type == typeof(int)) return int.TryParse(text, Style, CultureInfo.InvariantCulture, out int small) ? small : null;
        return long.TryParse(text, Style, CultureInfo.InvariantCulture, out long large) ? large : null;
    }

    private static object? Choice(OptionDeclaration option, string text)
    {
        int index = option.Choices.ToList().IndexOf(text);
        return index < 0 ? null : Enum.Parse(option.ElementType, Enum.GetNames(option.ElementType)[index]);
    }
}
