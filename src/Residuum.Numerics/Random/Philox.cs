using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Residuum.Numerics.Random;

/// <summary>The Philox-4x32-10 block function: ten rounds of multiply and exchange, each with a bumped key.</summary>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57; // SC11, table 2
    private const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;             // golden ratio, sqrt(3) - 1

    /// <summary>Encrypts a counter.</summary>
    /// <param name="key0">First key word.</param>
    /// <param name="key1">Second key word.</param>
    /// <param name="counter">Four counter words.</param>
    /// <param name="result">Four random words.</param>
    public static void Block(uint key0, uint key1, ReadOnlySpan<uint> counter, Span<uint> result)
    {
        uint c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
        for (int round = 0; round < 10; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0, product1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(product1 >> 32) ^ c1 ^ key0, (uint)product1, (uint)(product0 >> 32) ^ c3 ^ key1, (uint)product0);
            key0 += Weyl0;
            key1 += Weyl1;
        }
        (result[0], result[1], result[2], result[3]) = (c0, c1, c2, c3);
    }

    /// <summary>Encrypts counters that follow each other: the same words as block by block, four blocks at a time where the machine can.</summary>
    /// <param name="key0">First key word.</param>
    /// <param name="key1">Second key word.</param>
    /// <param name="first">First counter: its low 64 bits; each block adds 1.</param>
    /// <param name="index">High 64 bits of every counter.</param>
    /// <param name="result">Random words, four for each block, as pairs in 64 bits: <c>[2 blocks]</c>.</param>
    public static void Blocks(uint key0, uint key1, ulong first, ulong index, Span<ulong> result)
    {
        int block = 0, blocks = result.Length / 2;
        for (; Avx2.IsSupported && block + 4 <= blocks; block += 4) FourBlocks(key0, key1, first + (ulong)block, index, result[(2 * block)..]);
        Span<uint> words = stackalloc uint[4];
        for (; block < blocks; block++)
        {
            ulong counter = first + (ulong)block;
            Block(key0, key1, [(uint)counter, (uint)(counter >> 32), (uint)index, (uint)(index >> 32)], words);
            result[2 * block] = words[0] | ((ulong)words[1] << 32);
            result[(2 * block) + 1] = words[2] | ((ulong)words[3] << 32);
        }
    }

    /// <summary>One word of each of four blocks in the low half of each 64-bit lane.</summary>
    private static void FourBlocks(uint key0, uint key1, ulong first, ulong index, Span<ulong> result)
    {
        var low = Vector256.Create(0xFFFFFFFFUL);
        var counter = Vector256.Create(first) + Vector256.Create(0UL, 1, 2, 3);
        Vector256<ulong> c0 = counter & low, c1 = counter >>> 32, c2 = Vector256.Create(index) & low, c3 = Vector256.Create(index) >>> 32;
        var multiplier0 = Vector256.Create((ulong)Multiplier0).AsUInt32();
        var multiplier1 = Vector256.Create((ulong)Multiplier1).AsUInt32();
        for (int round = 0; round < 10; round++)
        {
            var product0 = Avx2.Multiply(c0.AsUInt32(), multiplier0);
            var product1 = Avx2.Multiply(c2.AsUInt32(), multiplier1);
            c0 = (product1 >>> 32) ^ c1 ^ Vector256.Create((ulong)key0);
            c2 = (product0 >>> 32) ^ c3 ^ Vector256.Create((ulong)key1);
            (c1, c3) = (product1 & low, product0 & low);
            key0 += Weyl0;
            key1 += Weyl1;
        }
        Vector256<ulong> left = c0 | (c1 << 32), right = c2 | (c3 << 32);
        for (int lane = 0; lane < 4; lane++) (result[2 * lane], result[(2 * lane) + 1]) = (left[lane], right[lane]);
    }
}
