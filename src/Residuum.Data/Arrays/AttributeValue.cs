using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Arrays;

/// <summary>Value of an attribute: a text, texts, or one or more numbers of one type.</summary>
public sealed class AttributeValue : IEquatable<AttributeValue>
{
    /// <summary>Wraps texts (<c>string[]</c>) or numbers (<c>double[]</c>, <c>short[]</c> ...).</summary>
    /// <param name="values">One-dimensional array, without a copy.</param>
    public AttributeValue(Array values)
    {
        ArgumentNullException.ThrowIfNull(values);
        (Values, Type) = (values, Elements.TypeOf(values));
    }

    /// <summary>Type of the values.</summary>
    public ElementType Type { get; }

    /// <summary>The values: <c>string[]</c>, <c>double[]</c>, <c>short[]</c> ...</summary>
    public Array Values { get; }

    /// <summary>Whether it is text.</summary>
    public bool IsText => Type == ElementType.Text;

    /// <summary>The text; several texts, or numbers, are joined by a comma.</summary>
    public string Text => string.Join(", ", Values.Cast<object>().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));

    /// <summary>The single number.</summary>
    /// <exception cref="UserError">Text, or not exactly one number.</exception>
    public double Number =>
        !IsText && Values.Length == 1
            ? Numbers[0]
            : throw new UserError("attribute is not a single number", found: FormatError.Quote(Text));

    /// <summary>The numbers.</summary>
    /// <exception cref="UserError">The attribute is text.</exception>
    public double[] Numbers => IsText
        ? throw new UserError("attribute is not a number", found: FormatError.Quote(Text))
        : (double[])Elements.ToDouble(Values, Type).Clone();

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator AttributeValue(string text) => new(new[] { text });

    /// <summary>A double.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator AttributeValue(double value) => new(new[] { value });

    /// <summary>A 32-bit integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator AttributeValue(int value) => new(new[] { value });

    /// <summary>Several numbers or texts.</summary>
    /// <param name="values">One-dimensional array, without a copy.</param>
    public static implicit operator AttributeValue(Array values) => new(values);

    /// <summary>Same type and same values; NaN equals NaN.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(AttributeValue? other) =>
        other is not null && Type == other.Type && Values.Cast<object>().SequenceEqual(other.Values.Cast<object>());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttributeValue);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Values.Length);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
