using System.Buffers.Binary;
using System.Text.Json;

namespace Residuum.Data.Safetensors;

/// <summary>Writes the header of a safetensors file; its end is aligned to 8 bytes.</summary>
internal static class SafetensorsHeaderWriter
{
    /// <summary>The header's bytes for tensors that stand behind each other in the order given.</summary>
    public static byte[] Bytes(IEnumerable<(string Name, SafetensorsType Type, IReadOnlyList<long> Shape)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            if (metadata.Count > 0) WriteMetadata(json, metadata);
            long offset = 0;
            foreach (var (name, type, shape) in tensors)
            {
                long end = offset + new SafetensorsTensor(name, type, shape, 0).Bytes;
                WriteEntry(json, name, type, shape, offset, end);
                offset = end;
            }
            json.WriteEndObject();
        }
        while (stream.Length % 8 != 0) stream.WriteByte((byte)' ');
        byte[] length = new byte[SafetensorsHeader.Prefix];
        BinaryPrimitives.WriteInt64LittleEndian(length, stream.Length);
        return [.. length, .. stream.ToArray()];
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject(SafetensorsHeader.MetadataKey);
        foreach (var (key, text) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(key, text);
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, string name, SafetensorsType type, IReadOnlyList<long> shape, long begin, long end)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", SafetensorsTypes.NameOf(type));
        json.WriteStartArray("shape");
        foreach (long size in shape) json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
