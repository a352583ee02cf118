using System.Globalization;

namespace Residuum.Discovery.Reports;

/// <summary>Writes numbers with no more digits than their error supports.</summary>
public static class MeasuredNumber
{
    private const int DigitsOfError = 2, DigitsWithout = 5;

    /// <summary>Such as <c>1.0029 ± 0.0011</c>: the error to two digits, the value to the same place; a common power of ten for numbers far from 1.</summary>
    /// <param name="value">The value.</param>
    /// <param name="error">Its standard error; 0 or NaN writes the value alone.</param>
    public static string WithError(double value, double error)
    {
        if (!(error > 0) || !double.IsFinite(error) || !double.IsFinite(value)) return Plain(value);
        int exponent = (int)Math.Floor(Math.Log10(Math.Max(Math.Abs(value), error)));
        if (exponent is >= -3 and <= 5) return Fixed(value, error);
        double scale = Math.Pow(10, -exponent);
        return $"({Fixed(value * scale, error * scale)})e{exponent.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Five digits; <c>not known</c> for NaN.</summary>
    /// <param name="value">The value.</param>
    public static string Plain(double value) =>
        double.IsNaN(value) ? "not known" : value.ToString($"G{DigitsWithout}", CultureInfo.InvariantCulture);

    /// <summary>An error alone, to two digits.</summary>
    /// <param name="error">The error.</param>
    public static string Error(double error) =>
        error > 0 && double.IsFinite(error) ? error.ToString($"G{DigitsOfError}", CultureInfo.InvariantCulture) : Plain(error);

    /// <summary>How many standard errors a value is from zero, such as <c>562</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="error">Its standard error.</param>
    public static string Ratio(double value, double error) =>
        error > 0 ? (Math.Abs(value) / error).ToString("G3", CultureInfo.InvariantCulture) : "not known";

    /// <summary>A probability such as <c>98 %</c>.</summary>
    /// <param name="part">Between 0 and 1.</param>
    public static string Percent(double part) => double.IsNaN(part) ? "not known" : string.Create(CultureInfo.InvariantCulture, $"{100 * part:0} %");

    private static string Fixed(double value, double error)
    {
        int decimals = Math.Clamp(DigitsOfError - 1 - (int)Math.Floor(Math.Log10(error)), 0, 15);
        // 0.0996 becomes 0.10, not 0.100: rounding may carry into a new digit.
        if (decimals > 0 && Math.Round(error, decimals) >= Math.Pow(10, DigitsOfError - decimals)) decimals--;
        string format = $"F{decimals}";
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} ± {error.ToString(format, CultureInfo.InvariantCulture)}";
    }
}
