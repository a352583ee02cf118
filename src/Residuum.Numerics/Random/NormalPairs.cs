using System.Numerics.Tensors;
using Residuum.Numerics.Functions;

namespace Residuum.Numerics.Random;

/// <summary>Many standard normal numbers at once, each pair by Box and Muller's transform from one Philox block, by vector instructions.</summary>
internal static class NormalPairs
{
    private const int Chunk = 256;

    /// <summary>Fills pairs from blocks that follow each other.</summary>
    /// <param name="key0">First key word.</param>
    /// <param name="key1">Second key word.</param>
    /// <param name="counter">First counter.</param>
    /// <param name="index">High 64 bits of every counter.</param>
    /// <param name="values">What to fill, of even length.</param>
    public static void Fill(uint key0, uint key1, ulong counter, ulong index, Span<double> values)
    {
        Span<ulong> bits = stackalloc ulong[2 * Chunk];
        Span<double> radius = stackalloc double[Chunk], angle = stackalloc double[Chunk], turn = stackalloc double[Chunk];
        for (; values.Length > 0; counter += Chunk)
        {
            int pairs = Math.Min(Chunk, values.Length / 2);
            Philox.Blocks(key0, key1, counter, index, bits[..(2 * pairs)]);
            for (int i = 0; i < pairs; i++)
            {
                radius[i] = 1 - ((bits[2 * i] >> 11) * (1.0 / (1UL << 53)));
                angle[i] = 2 * Math.PI * ((bits[(2 * i) + 1] >> 11) * (1.0 / (1UL << 53)));
            }
            Transform(radius[..pairs], angle[..pairs], turn[..pairs], values[..(2 * pairs)]);
            values = values[(2 * pairs)..];
        }
    }

    /// <summary>(sqrt(-2 ln r) cos a, sqrt(-2 ln r) sin a), interleaved.</summary>
    private static void Transform(Span<double> radius, Span<double> angle, Span<double> turn, Span<double> values)
    {
        Elementary.Log(radius, radius);
        TensorPrimitives.Multiply(radius, -2, radius);
        TensorPrimitives.Sqrt(radius, radius);
        Elementary.Cos(angle, turn);
        Elementary.Sin(angle, angle);
        for (int i = 0; i < radius.Length; i++)
        {
            values[2 * i] = radius[i] * turn[i];
            values[(2 * i) + 1] = radius[i] * angle[i];
        }
    }
}
