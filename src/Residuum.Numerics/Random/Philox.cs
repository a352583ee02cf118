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
}
