using Residuum.Numerics.Errors;

namespace Residuum.Data.Conventions;

/// <summary>A unit of measure in the form of CF and UDUNITS: <c>m s-1</c>, <c>km/h</c>, <c>kg.m-3</c>, <c>1e-3</c>, <c>degC</c>, <c>1</c>.</summary>
/// <remarks>Value in base units = value · Numerator / Denominator + Offset. The factor is kept as a fraction, so that cm to mm is exactly 10.</remarks>
public sealed class Unit
{
    internal Unit(string text, double numerator, double denominator, double offset, Dimensionality dimensions) =>
        (Text, Numerator, Denominator, Offset, Dimensions) = (text, numerator, denominator, offset, dimensions);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    internal double Numerator { get; }

    internal double Denominator { get; }

    internal double Offset { get; }

    internal Dimensionality Dimensions { get; }

    /// <summary>Reads a unit; an empty text is a pure number.</summary>
    /// <param name="text">The unit.</param>
    /// <exception cref="UserError">Not a unit, or one that is not known.</exception>
    public static Unit Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new UnitParser(text).Parse();
    }

    /// <summary>Whether values of this unit can be expressed in another.</summary>
    /// <param name="other">The other unit.</param>
    public bool ConvertsTo(Unit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Dimensions == other.Dimensions;
    }

    /// <summary>How values of this unit become values of another.</summary>
    /// <param name="other">The other unit.</param>
    /// <exception cref="UserError">They measure different things; the message names both.</exception>
    public UnitConversion To(Unit other)
    {
        if (!ConvertsTo(other))
            throw new UserError("units do not convert", found: $"{FormatError.Quote(Text)} ({Dimensions})", expected: $"{FormatError.Quote(other.Text)} ({other.Dimensions})");
        double scale = Numerator * other.Denominator / (Denominator * other.Numerator);
        return new UnitConversion(scale, (Offset - other.Offset) * other.Denominator / other.Numerator);
    }

    /// <summary>How values of a unit become values of another.</summary>
    /// <param name="from">Unit of the values.</param>
    /// <param name="to">Wanted unit.</param>
    /// <exception cref="UserError">One is no unit, or they measure different things; the message names both.</exception>
    public static UnitConversion Conversion(string from, string to) => Parse(from).To(Parse(to));

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A linear change of unit: <c>y = Scale x + Offset</c>.</summary>
/// <param name="Scale">Factor.</param>
/// <param name="Offset">Shift, in the new unit.</param>
public readonly record struct UnitConversion(double Scale, double Offset)
{
    /// <summary>Whether nothing changes.</summary>
    public bool IsIdentity => Scale == 1 && Offset == 0;

    /// <summary>Converts a value.</summary>
    /// <param name="value">In the old unit.</param>
    public double Apply(double value) => Scale * value + Offset;

    /// <summary>Converts values in place.</summary>
    /// <param name="values">In the old unit, then in the new one.</param>
    public void Apply(Span<double> values)
    {
        if (IsIdentity) return;
        foreach (ref double value in values) value = Apply(value);
    }
}
