using System.Numerics;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Compressors;

/// <summary>Elias's γ code of whole numbers from 1: short for small ones.</summary>
internal static class EliasGamma
{
    /// <summary>Bits of a number: 2 ⌊log2 n⌋ + 1.</summary>
    public static int Bits(int number) => (2 * BitOperations.Log2((uint)number)) + 1;

    /// <summary>Writes as many zeros as bits follow the leading one, then the one and those bits.</summary>
    public static void Write(BitWriter writer, int number)
    {
        int low = BitOperations.Log2((uint)number);
        writer.Write(1UL << low, low + 1);
        writer.Write((ulong)number & ((1UL << low) - 1), low);
    }

    /// <summary>Reads a number.</summary>
    public static int Read(BitReader reader)
    {
        int low = 0;
        while (reader.Read(1) == 0)
        {
            if (++low > 30) throw new UserError("a message is damaged", "Elias code", "31 zeros", "at most 30");
        }
        return (int)((1UL << low) | reader.Read(low));
    }
}
