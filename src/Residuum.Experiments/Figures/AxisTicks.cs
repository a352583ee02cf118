using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Residuum.Experiments.Figures;

/// <summary>Ticks and their labels: the same on every system, with a true minus sign.</summary>
internal static class AxisTicks
{
    private const int MostDecades = 7;

    public static ITickGenerator For(Axis axis, AxisRange range)
    {
        if (axis.Categories.Count > 0)
            return new NumericManual([.. axis.Categories.Select((_, i) => (double)i)], [.. axis.Categories]);
        if (axis.Logarithmic) return Decades(range);
        return new NumericAutomatic { LabelFormatter = Label, MinimumTickSpacing = 24 };
    }

    public static string Label(double value)
    {
        if (Math.Abs(value) < 1e-300) return "0";
        string text = value.ToString(Math.Abs(value) is >= 1e5 or < 1e-4 ? "0.###e0" : "G6", CultureInfo.InvariantCulture);
        return Minus(text);
    }

    private static NumericManual Decades(AxisRange range)
    {
        var ticks = new NumericManual();
        int first = (int)Math.Ceiling(range.Low - 1e-9), last = (int)Math.Floor(range.High + 1e-9);
        int stride = Math.Max(1, (int)Math.Ceiling((last - first + 1) / (double)MostDecades));
        bool narrow = last - first < 1; // at most one decade in sight: name the steps between too
        for (int decade = first - 1; decade <= last; decade++)
        {
            if (decade >= first && (decade - first) % stride == 0) ticks.AddMajor(decade, narrow ? Label(Math.Pow(10, decade)) : Power(decade));
            else if (decade >= first) ticks.AddMinor(decade);
            for (int digit = 2; digit <= 9; digit++)
            {
                double position = decade + Math.Log10(digit);
                if (position < range.Low || position > range.High) continue;
                if (narrow && digit is 2 or 3 or 5) ticks.AddMajor(position, Label(digit * Math.Pow(10, decade)));
                else if (stride == 1) ticks.AddMinor(position);
            }
        }
        return ticks;
    }

    private static string Power(int exponent) => "10" + string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(Superscript));

    private static char Superscript(char c) => c switch
    {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        _ => (char)('⁰' + (c - '0')),
    };

    private static string Minus(string text) => text.Replace('-', '−');
}
