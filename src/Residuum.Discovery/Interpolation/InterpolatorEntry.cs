using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Interpolation;

/// <summary>An interpolator that can be asked for by name.</summary>
/// <param name="Name">Name for flags and files.</param>
/// <param name="Summary">One sentence for the help page.</param>
/// <param name="Argument">What may stand behind a colon, such as <c>POWER</c>; empty where nothing may.</param>
/// <param name="Options">Its options with their defaults; null where it has none.</param>
/// <param name="Create">Builds it from the options that a caller has, of whatever interpolators, and the argument, null where none is given.</param>
public sealed record InterpolatorEntry(string Name, string Summary, string Argument, object? Options, Func<IReadOnlyList<object>, string?, IFieldInterpolator> Create)
{
    /// <summary>An entry of a typed interpolator.</summary>
    /// <typeparam name="TOptions">Type of its options.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="summary">One sentence.</param>
    /// <param name="argument">What may stand behind a colon; empty where nothing may.</param>
    /// <param name="options">Its options with their defaults.</param>
    /// <param name="create">Builds it from options and the argument.</param>
    public static InterpolatorEntry Of<TOptions>(string name, string summary, string argument, TOptions options, Func<TOptions, string?, IFieldInterpolator> create)
        where TOptions : class =>
        new(name, summary, argument, options, (given, text) => create(given.OfType<TOptions>().FirstOrDefault() ?? options, text));

    /// <summary>An entry of an interpolator without options.</summary>
    /// <param name="name">Name.</param>
    /// <param name="summary">One sentence.</param>
    /// <param name="create">Builds it.</param>
    public static InterpolatorEntry Of(string name, string summary, Func<IFieldInterpolator> create) => new(name, summary, "", Options: null, (_, _) => create());

    /// <summary>A number behind the colon.</summary>
    /// <param name="name">Name of the interpolator, for the message.</param>
    /// <param name="text">What stands there.</param>
    /// <exception cref="UserError">It is no number.</exception>
    internal static double Number(string name, string text) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new UserError("no number behind the colon", $"interpolator {name}", text, "a number");

    /// <summary>A choice behind the colon, in kebab case.</summary>
    /// <typeparam name="T">Enumeration of the choices.</typeparam>
    /// <param name="name">Name of the interpolator, for the message.</param>
    /// <param name="text">What stands there.</param>
    /// <exception cref="UserError">It is none of the choices.</exception>
    internal static T Choice<T>(string name, string text)
        where T : struct, Enum
    {
        foreach (T choice in Enum.GetValues<T>())
        {
            if (OptionName.Kebab(choice.ToString()) == text) return choice;
        }
        throw new UserError("unknown choice behind the colon", $"interpolator {name}", text, string.Join(", ", Enum.GetNames<T>().Select(OptionName.Kebab)));
    }
}
