using System.Globalization;

namespace Residuum.Numerics.Options;

/// <summary>An interval of real numbers, open or closed at each end.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="LowOpen">Whether the lower end is left out.</param>
/// <param name="HighOpen">Whether the upper end is left out.</param>
public readonly record struct Interval(double Low, double High, bool LowOpen, bool HighOpen)
{
    /// <summary>Every finite number.</summary>
    public static Interval Everything { get; } = new(double.NegativeInfinity, double.PositiveInfinity, true, true);

    /// <summary>Reads <c>(0, 1]</c>; <c>inf</c> and <c>-inf</c> are ends; empty text is every finite number.</summary>
    /// <param name="text">Mathematical notation.</param>
    /// <exception cref="FormatException">The text is no interval.</exception>
    public static Interval Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0) return Everything;
        string[] ends = text.Trim('(', ')', '[', ']').Split(',');
        if (ends.Length != 2) throw new FormatException($"'{text}' is not an interval such as (0, 1]");
        return new Interval(End(ends[0]), End(ends[1]), text[0] == '(', text[^1] == ')');
    }

    /// <summary>Whether a value lies inside; NaN never does.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(double value) =>
        (LowOpen ? value > Low : value >= Low) && (HighOpen ? value < High : value <= High);

    private static double End(string text) => text.Trim() switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        var number => double.Parse(number, CultureInfo.InvariantCulture),
    };
}
