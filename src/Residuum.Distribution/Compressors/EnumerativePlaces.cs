using System.Numerics;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Compressors;

/// <summary>A set of K places out of d as one number below binom(d, K): no code of equally likely sets is shorter.</summary>
/// <remarks>Source: Cover, "Enumerative source encoding", IEEE Trans. Inf. Theory 19, 73 (1973). The number is Σ_i binom(place_i, i) with i from 1. From
/// the last place down, binom(c, i) follows from its neighbour by one product and one quotient; the work is d times the length of the number.</remarks>
internal static class EnumerativePlaces
{
    // Beyond, numbers of thousands of digits cost more time than the link saves.
    private const int LongestVector = 1 << 16;

    /// <summary>⌈log2 binom(length, count)⌉.</summary>
    public static int Bits(int length, int count)
    {
        if (length > LongestVector) throw new UserError("enumerative coding takes too long", "compressor", $"{length} numbers", $"at most {LongestVector}", "leave ',enum' out");
        return (int)(Choose(length, count) - 1).GetBitLength();
    }

    /// <summary>Writes ascending places.</summary>
    public static void Write(BitWriter writer, int length, ReadOnlySpan<int> places)
    {
        int bits = Bits(length, places.Length), left = places.Length;
        var (number, step) = (BigInteger.Zero, Choose(length - 1, left));
        for (int place = length - 1; left > 0; place--)
        {
            bool isTaken = places[left - 1] == place;
            if (isTaken) number += step;
            (step, left) = Next(step, place, left, isTaken);
        }
        for (; bits > 0; bits -= 64, number >>= 64) writer.Write((ulong)(number & ulong.MaxValue), Math.Min(bits, 64));
    }

    /// <summary>Fills in ascending places.</summary>
    public static void Read(BitReader reader, int length, Span<int> places)
    {
        int bits = Bits(length, places.Length), left = places.Length;
        var number = BigInteger.Zero;
        for (int done = 0; done < bits; done += 64) number |= (BigInteger)reader.Read(Math.Min(bits - done, 64)) << done;
        if (number >= Choose(length, left)) throw new UserError("a message is damaged", "places", expected: $"a number below binom({length}, {left})");
        var step = Choose(length - 1, left);
        for (int place = length - 1; left > 0; place--)
        {
            bool isTaken = number >= step;
            if (isTaken) (number, places[left - 1]) = (number - step, place);
            (step, left) = Next(step, place, left, isTaken);
        }
    }

    /// <summary>From binom(place, left) to binom(place - 1, what is left).</summary>
    private static (BigInteger Step, int Left) Next(BigInteger step, int place, int left, bool isTaken)
    {
        if (place == 0) return (BigInteger.Zero, left - 1);
        return isTaken ? (step * left / place, left - 1) : (step * (place - left) / place, left);
    }

    private static BigInteger Choose(int length, int count)
    {
        if (count > length) return BigInteger.Zero;
        var product = BigInteger.One;
        for (int i = 1; i <= Math.Min(count, length - count); i++) product = product * (length - i + 1) / i;
        return product;
    }
}
