using Residuum.Data.Codecs;

namespace Residuum.Data.Hdf5;

/// <summary>A filter of a pipeline.</summary>
/// <param name="Id">Registered number.</param>
/// <param name="Values">Its parameters.</param>
internal sealed record Filter(int Id, uint[] Values);

/// <summary>The filters that a chunk went through when it was written, in that order.</summary>
/// <param name="Steps">The filters.</param>
internal sealed record FilterPipeline(IReadOnlyList<Filter> Steps)
{
    private const int Deflate = 1, Shuffle = 2, Fletcher32 = 3, BloscFilter = 32001, ZstandardFilter = 32015;

    public static FilterPipeline Read(Cursor block)
    {
        int version = block.Expect("the version of a filter pipeline", 1, 2);
        int count = block.Byte();
        if (version == 1) block.Skip(6);
        var steps = new List<Filter>();
        for (int i = 0; i < count; i++)
        {
            int id = block.UInt16();
            int nameLength = version == 1 || id >= 256 ? block.UInt16() : 0;
            block.Skip(2); // flags: whether a failing filter may be left out
            int values = block.UInt16();
            block.Skip(version == 1 ? (nameLength + 7) / 8 * 8 : nameLength);
            var parameters = new uint[values];
            foreach (ref uint value in parameters.AsSpan()) value = block.UInt32();
            if (version == 1 && values % 2 == 1) block.Skip(4);
            steps.Add(new Filter(id, parameters));
        }
        return new FilterPipeline(steps);
    }

    /// <summary>Most bytes that a stored chunk can become; the compressors beside deflate have no limit.</summary>
    /// <param name="stored">Bytes of the stored chunk.</param>
    public long MostBytes(long stored) => Steps.Any(step => step.Id is BloscFilter or ZstandardFilter) ? long.MaxValue : Deflated.MostBytes(stored);

    /// <summary>The bytes before the filters.</summary>
    /// <param name="bytes">A stored chunk.</param>
    /// <param name="mask">Bits of the filters that were left out.</param>
    /// <param name="size">Bytes that must come out.</param>
    /// <param name="error">Makes an error.</param>
    public byte[] Undo(byte[] bytes, long mask, int size, Func<string, string?, FormatError> error)
    {
        for (int i = Steps.Count - 1; i >= 0; i--)
        {
            if (i < 32 && (mask >> i & 1) != 0) continue;
            bytes = Steps[i].Id switch
            {
                Deflate => Deflated.Expand(bytes, gzip: false, size + 4 * Steps.Count, (what, remedy) => error(what, remedy)), // a checksum may still be behind
                BloscFilter => Blosc.Expand(bytes, size + 4 * Steps.Count, (what, remedy) => error(what, remedy)),
                ZstandardFilter => Zstandard.Expand(bytes, size + 4 * Steps.Count, (what, remedy) => error(what, remedy)),
                Shuffle => Unshuffle(bytes, Steps[i].Values is [var element, ..] ? element : 1),
                Fletcher32 => CheckSum(bytes, error),
                var id => throw error($"compressed by filter {id} ({NameOf(id)}), which is not read", "rewrite it with 'nccopy -d 4 IN OUT' or 'h5repack -f GZIP=4 IN OUT'"),
            };
        }
        return bytes.Length == size ? bytes : throw error($"a chunk has {bytes.Length} bytes instead of {size}", null);
    }

    private static byte[] Unshuffle(byte[] bytes, uint size)
    {
        if (size <= 1 || size > bytes.Length) return bytes;
        var result = new byte[bytes.Length];
        Codecs.Shuffle.Undo(bytes, (int)size, result);
        return result;
    }

    /// <summary>Fletcher's checksum of 16-bit big-endian words, as the reference library computes it.</summary>
    private static byte[] CheckSum(byte[] bytes, Func<string, string?, FormatError> error)
    {
        if (bytes.Length < 4) throw error("a chunk is shorter than its checksum", null);
        var data = bytes.AsSpan(0, bytes.Length - 4);
        ulong a = 0, b = 0;
        for (int i = 0; i < data.Length; i += 2)
        {
            a += (uint)(data[i] << 8 | (i + 1 < data.Length ? data[i + 1] : 0));
            a %= 65535;
            b = (b + a) % 65535;
        }
        uint stored = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4));
        // 0 and 65535 are the same residue.
        bool same = (stored & 0xffff) % 65535 == a && (stored >> 16) % 65535 == b;
        return same ? data.ToArray() : throw error("the checksum of a chunk is wrong", null);
    }

    private static string NameOf(int id) => id switch
    {
        4 => "szip",
        5 => "n-bit",
        6 => "scale-offset",
        307 => "bzip2",
        32000 => "LZF",
        32004 => "LZ4",
        32008 => "bitshuffle",
        32013 => "ZFP",
        _ => "unknown",
    };
}
