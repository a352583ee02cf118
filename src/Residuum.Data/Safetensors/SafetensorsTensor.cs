using System.Globalization;

namespace Residuum.Data.Safetensors;

/// <summary>An entry of a safetensors header.</summary>
/// <param name="Name">Name, never used as a path.</param>
/// <param name="Type">Type of the elements.</param>
/// <param name="Shape">Length of each dimension, slowest first; none for a scalar.</param>
/// <param name="Offset">Byte of the first element, from the start of the file.</param>
public sealed record SafetensorsTensor(string Name, SafetensorsType Type, IReadOnlyList<long> Shape, long Offset)
{
    /// <summary>Number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (count, length) => checked(count * length));

    /// <summary>Number of bytes.</summary>
    public long Bytes => checked(Count * SafetensorsTypes.SizeOf(Type));

    /// <summary>The shape as <c>[3, 4]</c>, for messages.</summary>
    public string ShapeText => $"[{string.Join(", ", Shape.Select(length => length.ToString(CultureInfo.InvariantCulture)))}]";
}
