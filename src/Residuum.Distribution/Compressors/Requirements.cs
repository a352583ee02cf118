using System.Numerics;
using System.Runtime.InteropServices;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;

namespace Residuum.Distribution.Compressors;

/// <summary>What every compressor asks of its vector, and gets from its draw.</summary>
internal static class Requirements
{
    private const long LargestFinite = 0x7FEF_FFFF_FFFF_FFFF;

    /// <summary>Throws if a number is not finite, and names it.</summary>
    public static void Finite(ReadOnlySpan<double> vector, string compressor, Draw draw)
    {
        // As whole numbers, magnitudes that are not finite are the largest: one maximum finds them.
        var bits = MemoryMarshal.Cast<double, long>(vector);
        var largest = Vector<long>.Zero;
        int i = 0;
        for (; i <= bits.Length - Vector<long>.Count; i += Vector<long>.Count)
            largest = Vector.Max(largest, new Vector<long>(bits[i..]) & new Vector<long>(long.MaxValue));
        bool isFinite = !Vector.GreaterThanAny(largest, new Vector<long>(LargestFinite));
        for (; i < bits.Length; i++) isFinite &= (bits[i] & long.MaxValue) <= LargestFinite;
        if (isFinite) return;
        int place = 0;
        while (double.IsFinite(vector[place])) place++;
        throw NotFinite(place, vector.Length, compressor, draw);
    }

    /// <summary>The error that names a number.</summary>
    public static NonFiniteException NotFinite(int place, int length, string compressor, Draw draw) =>
        new($"number {place} of the {length} given to compressor {compressor} (round {draw.Round}, worker {draw.Worker})");

    /// <summary>Random numbers of a message. The worker stands in the name, the round is the index, so that no two meet.</summary>
    public static RandomStream Stream(this Draw draw, string purpose) => new(draw.Seed, $"{purpose}, worker {draw.Worker}", draw.Round);

    /// <summary>⌈log2 count⌉: bits that tell so many cases apart.</summary>
    public static int BitsFor(int count) => count <= 1 ? 0 : 32 - BitOperations.LeadingZeroCount((uint)(count - 1));
}
