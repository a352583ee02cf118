using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Residuum.Numerics.Errors;

namespace Residuum.Numerics.Options;

/// <summary>Checks in the <c>init</c> accessor of an option, so that <c>with</c> is checked too.</summary>
public static class Require
{
    private static readonly ConcurrentDictionary<(Type, string), (Interval Interval, string Text)> Ranges = new();

    /// <summary>The value, if it lies in the range that the property's <see cref="OptionAttribute"/> declares.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="owner">The options record: pass <c>this</c>.</param>
    /// <param name="value">The value to check.</param>
    /// <param name="option">The property; filled in by the compiler.</param>
    /// <exception cref="OptionError">The value is outside, or not a number.</exception>
    public static T Declared<T>(object owner, T value, [CallerMemberName] string option = "")
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(owner);
        var (interval, text) = Ranges.GetOrAdd((owner.GetType(), option), static key => Declaration(key.Item1, key.Item2));
        return interval.Contains(double.CreateChecked(value)) ? value : throw Wrong(option, value, text);
    }

    /// <summary>The value, if it is finite.</summary>
    /// <param name="value">The value to check.</param>
    /// <param name="option">The property; filled in by the compiler.</param>
    /// <exception cref="OptionError">NaN or infinite.</exception>
    public static double Finite(double value, [CallerMemberName] string option = "") =>
        double.IsFinite(value) ? value : throw Wrong(option, value, "a finite number");

    /// <summary>The value, if it is finite and above zero.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="value">The value to check.</param>
    /// <param name="option">The property; filled in by the compiler.</param>
    /// <exception cref="OptionError">Zero, negative, NaN or infinite.</exception>
    public static T Positive<T>(T value, [CallerMemberName] string option = "")
        where T : INumber<T> =>
        value > T.Zero && T.IsFinite(value) ? value : throw Wrong(option, value, "a number above 0");

    private static (Interval, string) Declaration(Type owner, string option)
    {
        var declared = owner.GetProperty(option)?.GetCustomAttribute<OptionAttribute>()
            ?? throw new InvalidOperationException($"{owner.Name}.{option} has no [Option] declaration");
        return (Interval.Parse(declared.Range), declared.Range.Length == 0 ? "a finite number" : declared.Range);
    }

    private static OptionError Wrong<T>(string option, T value, string expected)
        where T : INumber<T> =>
        new(option, value.ToString(null, CultureInfo.InvariantCulture), expected);
}
