using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.Npy;

/// <summary>Reads .npy files, versions 1 to 3; never pickled objects. Names, units and coordinates come from a JSON file of the same name, where there is one.</summary>
public static class NpyReader
{
    /// <summary>Opens a file and its JSON companion; values are read when asked for. Dispose the result to close it.</summary>
    /// <param name="path">The .npy file.</param>
    /// <exception cref="FormatError">Names file, byte or line, what was found and what was expected.</exception>
    public static DataSet Open(string path)
    {
        string companion = NpyCompanion.PathOf(path);
        byte[]? json = NpyCompanion.Load(companion);
        return Open(ByteStore.Open(path), path, json, companion);
    }

    /// <summary>Reads a file in memory.</summary>
    /// <param name="bytes">The .npy file.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="json">The JSON companion, if any.</param>
    /// <exception cref="FormatError">Names file, byte or line, what was found and what was expected.</exception>
    public static DataSet Parse(ReadOnlyMemory<byte> bytes, string name, byte[]? json = null) =>
        Open(ByteStore.Of(bytes), name, json, NpyCompanion.PathOf(name));

    private static DataSet Open(ByteStore store, string name, byte[]? json, string companion)
    {
        try
        {
            var header = NpyHeader.Read(new ByteReader(store, name), store.Length);
            var source = new NpySource(header, (offset, bytes) =>
            {
                if (store.Read(offset, bytes) != bytes.Length) throw FormatError.AtByte(name, offset, "the file became shorter while it was read");
            });
            return json is null
                ? Plain(header, source, store, name)
                : NpyCompanion.Read(json, companion).Apply(header, source, store, name);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static DataSet Plain(NpyHeader header, NpySource source, ByteStore store, string name)
    {
        var dimensions = new AnonymousDimensions().Of(header.Shape);
        var variable = new Variable(NpyCompanion.VariableName(name), header.Type, dimensions, [], source);
        return new DataSet(name, "npy", dimensions, [variable], [], store);
    }
}
