using Residuum.Data.Arrays;

namespace Residuum.Data.NetCdf;

/// <summary>What the header of a netCDF classic file says, and where it places each value.</summary>
internal sealed class ClassicHeader(
    int version, long records, IReadOnlyList<Dimension> dimensions, AttributeTable attributes, IReadOnlyList<ClassicVariable> variables)
{
    /// <summary>1, 2 or 5.</summary>
    public int Version => version;

    /// <summary>Number of records, or <see cref="ClassicFormat.Streaming"/>.</summary>
    public long Records => records;

    /// <summary>Dimensions; the unlimited one has length 0 here.</summary>
    public IReadOnlyList<Dimension> Dimensions => dimensions;

    /// <summary>Global attributes.</summary>
    public AttributeTable Attributes => attributes;

    /// <summary>Variables.</summary>
    public IReadOnlyList<ClassicVariable> Variables => variables;

    /// <summary>Bytes from one record to the next.</summary>
    /// <remarks>A lone record variable is not padded: the format's special case.</remarks>
    public long RecordBytes => variables.Count(variable => variable.IsRecord) == 1
        ? variables.Single(variable => variable.IsRecord).SlabBytes
        : variables.Where(variable => variable.IsRecord).Aggregate(0L, (sum, variable) => checked(sum + ClassicFormat.Padded(variable.SlabBytes)));
}

/// <summary>A variable as the header declares it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Type.</param>
/// <param name="Dimensions">Dimensions.</param>
/// <param name="Attributes">Attributes.</param>
/// <param name="Begin">Byte of the first value.</param>
internal sealed record ClassicVariable(string Name, ElementType Type, IReadOnlyList<Dimension> Dimensions, AttributeTable Attributes, long Begin)
{
    /// <summary>Whether the first dimension is the record dimension.</summary>
    public bool IsRecord => Dimensions.Count > 0 && Dimensions[0].IsUnlimited;

    /// <summary>Elements in one record, or in the whole of a fixed variable.</summary>
    public long SlabElements { get; } = Dimensions.Where(dimension => !dimension.IsUnlimited)
        .Aggregate(1L, (size, dimension) => checked(size * dimension.Length));

    /// <summary>Bytes of one record, or of the whole of a fixed variable, without padding.</summary>
    public long SlabBytes => checked(SlabElements * Elements.Size(Type));
}
