using System.Globalization;
using System.Text;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Arrays;

/// <summary>A named array with dimensions and attributes; values are read when asked for.</summary>
public sealed class Variable
{
    private readonly IVariableSource _source;

    /// <summary>A variable whose values come from a source.</summary>
    /// <param name="name">Name, never used as a path.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="dimensions">Dimensions, slowest first; none for a scalar.</param>
    /// <param name="attributes">Attributes.</param>
    /// <param name="source">Where the values are.</param>
    public Variable(string name, ElementType type, IReadOnlyList<Dimension> dimensions, AttributeTable attributes, IVariableSource source)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        (Name, Type, Dimensions, Attributes, _source) = (name, type, dimensions, attributes, source);
        Shape = [.. dimensions.Select(dimension => dimension.Length)];
        RowSize = Shape.Skip(1).Aggregate(1L, (size, length) => checked(size * length));
        Count = checked(Rows * RowSize);
    }

    /// <summary>Name, never used as a path.</summary>
    public string Name { get; }

    /// <summary>Type of the elements.</summary>
    public ElementType Type { get; }

    /// <summary>Dimensions, slowest first.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>Length of each dimension.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Attributes.</summary>
    public AttributeTable Attributes { get; }

    /// <summary>Number of dimensions.</summary>
    public int Rank => Shape.Count;

    /// <summary>Number of elements.</summary>
    public long Count { get; }

    /// <summary>Length of the first dimension; 1 for a scalar.</summary>
    public long Rows => Rank == 0 ? 1 : Shape[0];

    /// <summary>Elements in one row, the product of all dimensions but the first.</summary>
    public long RowSize { get; }

    /// <summary>The <c>units</c> attribute, or null.</summary>
    public string? Units => Attributes.Text("units");

    /// <summary>A variable in memory.</summary>
    /// <param name="name">Name.</param>
    /// <param name="dimensions">Names of the dimensions, slowest first.</param>
    /// <param name="shape">Length of each.</param>
    /// <param name="values">All values in C order: <c>double[]</c>, <c>int[]</c>, <c>string[]</c> ...; kept without a copy.</param>
    /// <param name="attributes">Attributes, if any.</param>
    public static Variable Of(string name, IReadOnlyList<string> dimensions, IReadOnlyList<long> shape, Array values, AttributeTable? attributes = null)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(shape);
        if (dimensions.Count != shape.Count) throw new ArgumentException($"{dimensions.Count} names for {shape.Count} lengths", nameof(dimensions));
        return Of(name, [.. dimensions.Zip(shape, (dimension, length) => new Dimension(dimension, length))], values, attributes);
    }

    /// <summary>A variable in memory.</summary>
    /// <param name="name">Name.</param>
    /// <param name="dimensions">Dimensions, slowest first.</param>
    /// <param name="values">All values in C order; kept without a copy.</param>
    /// <param name="attributes">Attributes, if any.</param>
    /// <param name="type">Only to mark bytes as <see cref="ElementType.Char"/>.</param>
    public static Variable Of(string name, IReadOnlyList<Dimension> dimensions, Array values, AttributeTable? attributes = null, ElementType? type = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(dimensions);
        long rowSize = dimensions.Skip(1).Aggregate(1L, (size, dimension) => checked(size * dimension.Length));
        var variable = new Variable(name, type ?? Elements.TypeOf(values), dimensions, attributes ?? [], new MemorySource(values, rowSize));
        return variable.Count == values.LongLength
            ? variable
            : throw new ArgumentException($"{values.LongLength} values for shape {variable.ShapeText}", nameof(values));
    }

    /// <summary>All values as doubles, in C order, as stored: no scale, no fill value (see <see cref="Conventions.Cf"/>); integers beyond 2^53 are rounded.</summary>
    /// <exception cref="UserError">The variable is text, or too large for one array.</exception>
    public double[] Read() => Read(0, Rows);

    /// <summary>Rows along the first dimension as doubles.</summary>
    /// <param name="first">First row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <exception cref="UserError">The variable is text, or the slice is too large for one array.</exception>
    public double[] Read(long first, long rows) => Type == ElementType.Text
        ? throw new UserError($"variable {FormatError.Quote(Name)} is text", expected: "numbers")
        : Elements.ToDouble(ReadElements(first, rows), Type);

    /// <summary>All values in their own type: <c>float[]</c>, <c>long[]</c>, <c>string[]</c> ...</summary>
    /// <exception cref="UserError">The variable is too large for one array.</exception>
    public Array ReadElements() => ReadElements(0, Rows);

    /// <summary>Rows along the first dimension in their own type.</summary>
    /// <param name="first">First row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <exception cref="UserError">The slice is too large for one array.</exception>
    public Array ReadElements(long first, long rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, Rows - first);
        if (RowSize > 0 && rows > Array.MaxLength / RowSize)
        {
            throw new UserError($"variable {FormatError.Quote(Name)} is too large to read at once", found: $"{rows} rows of {RowSize} elements",
                expected: $"at most {Array.MaxLength} elements", remedy: "read fewer rows at a time");
        }
        return _source.Read(first, rows);
    }

    /// <summary>Texts: of a text variable its elements, of a character variable its last dimension joined, trailing NUL cut.</summary>
    /// <exception cref="UserError">The variable holds numbers.</exception>
    public string[] ReadText()
    {
        if (Type == ElementType.Text) return (string[])ReadElements();
        if (Type != ElementType.Char) throw new UserError($"variable {FormatError.Quote(Name)} is not text", found: Type.ToString());
        var bytes = (byte[])ReadElements();
        int length = Rank == 0 ? 1 : (int)Shape[^1];
        var texts = new string[length == 0 ? 0 : bytes.Length / length];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = Encoding.UTF8.GetString(bytes.AsSpan(i * length, length)).TrimEnd('\0');
        return texts;
    }

    /// <summary>The shape as <c>[3, 4]</c>, for messages.</summary>
    public string ShapeText => $"[{string.Join(", ", Shape.Select(length => length.ToString(CultureInfo.InvariantCulture)))}]";
}
