using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.NetCdf;

/// <summary>Reads netCDF classic files: CDF-1 (classic), CDF-2 (64-bit offset) and CDF-5 (64-bit data).</summary>
public static class NetCdfReader
{
    /// <summary>Opens a file; values are read when asked for. Dispose the result to close it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatError">Names file, byte, what was found and what was expected.</exception>
    public static DataSet Open(string path) => Open(ByteStore.Open(path), path);

    /// <summary>Reads a file in memory.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="FormatError">Names file, byte, what was found and what was expected.</exception>
    public static DataSet Parse(ReadOnlyMemory<byte> bytes, string name) => Open(ByteStore.Of(bytes), name);

    internal static DataSet Open(ByteStore store, string name)
    {
        try
        {
            var header = new ClassicHeaderReader(new ByteReader(store, name)).Read();
            return new ClassicLayout(header, store, name).DataSet();
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
