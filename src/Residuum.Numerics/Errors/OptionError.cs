namespace Residuum.Numerics.Errors;

/// <summary>A value that an option does not accept.</summary>
public sealed class OptionError : UserError
{
    /// <summary>Names the option, the value given and the range.</summary>
    /// <param name="option">Property name of the option; the tool shows it in kebab case.</param>
    /// <param name="found">The value given.</param>
    /// <param name="expected">The range.</param>
    public OptionError(string option, string found, string expected)
        : base("value out of range", Options.OptionName.Kebab(option), found, expected) => Option = option;

    /// <summary>Property name of the option.</summary>
    public string Option { get; }
}
