using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Compressors;

/// <summary>How many of a vector's numbers are kept: so many, or a share of its length.</summary>
public readonly record struct Amount
{
    private readonly int _count;
    private readonly double _share;

    private Amount(int count, double share) => (_count, _share) = (count, share);

    /// <summary>So many numbers, or all of a shorter vector.</summary>
    /// <param name="count">K, at least 1.</param>
    public static Amount Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new(count, double.NaN);
    }

    /// <summary>A share of the length, rounded to whole numbers, at least one.</summary>
    /// <param name="share">K / d, in (0, 1].</param>
    public static Amount Share(double share)
    {
        if (!(share > 0 && share <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "in (0, 1]");
        return new(0, share);
    }

    /// <summary>Reads <c>12</c> (so many), <c>0.1</c> (a share) or <c>1%</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="UserError">It is none of these.</exception>
    public static Amount Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0) return Of(count);
        bool isPercent = text.EndsWith('%');
        if ((isPercent || text.Contains('.'))
            && double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && (isPercent ? number / 100 : number) is > 0 and <= 1 and var share) return Share(share);
        throw new UserError("not a number of values to keep", "compressor", $"'{text}'", "a count such as 12, a share such as 0.1 or 1%");
    }

    /// <summary>K for a vector.</summary>
    /// <param name="length">d.</param>
    public int In(int length) =>
        double.IsNaN(_share) ? Math.Min(_count, length) : Math.Min(length, Math.Max(1, (int)Math.Round(_share * length)));

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString()
    {
        if (double.IsNaN(_share)) return _count.ToString(CultureInfo.InvariantCulture);
        return _share == 1 ? "100%" : _share.ToString("0.0################", CultureInfo.InvariantCulture);
    }
}
