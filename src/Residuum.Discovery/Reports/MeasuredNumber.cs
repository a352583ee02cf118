using System.Globalization;

namespace Residuum.Discovery.Reports;

/// <summary>Writes numbers with no more digits than their error supports.</summary>
internal static class MeasuredNumber
{
    private const int DigitsOfError = 2, DigitsWithout = 5;

    /// <summary>Such as <c>0.9999 ± 0.0004</c>; the error to two digits, the value to the same place.</summary>
    public static string WithError(double value, double error)
    {
        if (!(error > 0) || !double.IsFinite(error)) return Plain(value);
        int decimals = Math.Clamp(DigitsOfError - 1 - (int)Math.Floor(Math.Log10(error)), 0, 15);
        string format = $"F{decimals}";
        return string.Create(CultureInfo.InvariantCulture, $"{value.ToString(format, CultureInfo.InvariantCulture)} ± {error.ToString(format, CultureInfo.InvariantCulture)}");
    }

    /// <summary>Five digits; <c>not known</c> for NaN.</summary>
    public static string Plain(double value) =>
        double.IsNaN(value) ? "not known" : value.ToString($"G{DigitsWithout}", CultureInfo.InvariantCulture);

    /// <summary>A probability such as <c>98 %</c>.</summary>
    public static string Percent(double part) => double.IsNaN(part) ? "not known" : string.Create(CultureInfo.InvariantCulture, $"{100 * part:0} %");
}
