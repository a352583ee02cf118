namespace Residuum.Data.Safetensors;

/// <summary>A tensor that is to be written.</summary>
/// <param name="Name">Name; no other tensor of the file bears it.</param>
/// <param name="Type">Type of the elements.</param>
/// <param name="Shape">Length of each dimension, slowest first.</param>
/// <param name="Write">Writes the elements, row-major and little-endian: exactly as many bytes as type and shape say.</param>
public sealed record SafetensorsContent(string Name, SafetensorsType Type, IReadOnlyList<long> Shape, Action<Stream> Write);
