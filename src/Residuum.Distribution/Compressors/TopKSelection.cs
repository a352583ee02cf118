using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Residuum.Distribution.Compressors;

/// <summary>Places of the K numbers of largest magnitude, in O(d); of equal ones the first.</summary>
/// <remarks>Magnitudes of IEEE numbers are ordered as the whole numbers of their bits without the sign. One pass counts the upper 15 of these bits, a
/// second collects all that can be among the K, and digits of 8 bits find the K-th among those. Numbers that are not finite count as the largest, so
/// that they are selected and the caller sees them. Buffers belong to the thread: a call allocates nothing once they are large enough.</remarks>
public static class TopKSelection
{
    // Below this the passes over 32,768 counters cost more than they save.
    private const int SmallLength = 1 << 11;
    private const int UpperBits = 15;

    [ThreadStatic]
    private static Buffers<long>? t_long;

    [ThreadStatic]
    private static Buffers<int>? t_int;

    /// <summary>Selects.</summary>
    /// <param name="vector">v.</param>
    /// <param name="places">Filled with the places, ascending; its length is K.</param>
    public static void Select(ReadOnlySpan<double> vector, Span<int> places) =>
        Select(MemoryMarshal.Cast<double, long>(vector), places, t_long ??= new Buffers<long>());

    /// <summary>Selects.</summary>
    /// <param name="vector">v.</param>
    /// <param name="places">Filled with the places, ascending; its length is K.</param>
    public static void Select(ReadOnlySpan<float> vector, Span<int> places) =>
        Select(MemoryMarshal.Cast<float, int>(vector), places, t_int ??= new Buffers<int>());

    private static void Select<T>(ReadOnlySpan<T> bits, Span<int> places, Buffers<T> buffers)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places.Length, bits.Length, nameof(places));
        if (places.Length == 0) return;
        if (places.Length == 1)
        {
            places[0] = Largest(bits);
            return;
        }
        T lowest = bits.Length <= SmallLength ? T.Zero : UpperThreshold(bits, places.Length, buffers);
        int count = Collect(bits, lowest, places.Length, buffers);
        var keys = buffers.Keys.AsSpan(0, count);
        keys.CopyTo(buffers.Left);
        var (kth, ties) = Kth(buffers.Left.AsSpan(0, count), places.Length, buffers.Digits);
        Keep(keys, buffers.Places, kth, ties, places);
    }

    /// <summary>Top-1: the first number of the largest magnitude.</summary>
    private static int Largest<T>(ReadOnlySpan<T> bits)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var magnitude = Vector256.Create(T.MaxValue);
        var largest = Vector256<T>.Zero;
        ref T first = ref MemoryMarshal.GetReference(bits);
        int i = 0;
        for (; i <= bits.Length - Vector256<T>.Count; i += Vector256<T>.Count)
            largest = Vector256.Max(largest, Vector256.LoadUnsafe(ref first, (nuint)i) & magnitude);
        T top = T.Zero;
        for (int lane = 0; lane < Vector256<T>.Count; lane++) top = T.Max(top, largest[lane]);
        for (; i < bits.Length; i++) top = T.Max(top, bits[i] & T.MaxValue);
        // The sign is unknown: the first of both.
        int positive = bits.IndexOf(top);
        int negative = (positive < 0 ? bits : bits[..positive]).IndexOf(top | T.MinValue);
        return negative < 0 ? positive : negative;
    }

    /// <summary>The smallest magnitude that shares its upper bits with the K-th.</summary>
    private static T UpperThreshold<T>(ReadOnlySpan<T> bits, int count, Buffers<T> buffers)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        int shift = Buffers<T>.KeyBits - UpperBits;
        // Neighbours are often of one size: two tables spare one's increment the wait for the other's.
        var counts = buffers.Upper;
        counts.AsSpan().Clear();
        Span<int> even = counts.AsSpan(0, 1 << UpperBits), odd = counts.AsSpan(1 << UpperBits, 1 << UpperBits);
        int i = 0;
        for (; i + 1 < bits.Length; i += 2)
        {
            even[int.CreateTruncating((bits[i] & T.MaxValue) >>> shift)]++;
            odd[int.CreateTruncating((bits[i + 1] & T.MaxValue) >>> shift)]++;
        }
        if (i < bits.Length) even[int.CreateTruncating((bits[i] & T.MaxValue) >>> shift)]++;
        int bin = even.Length;
        for (int above = 0; above < count;)
        {
            bin--;
            above += even[bin] + odd[bin];
        }
        return T.CreateTruncating(bin) << shift;
    }

    /// <summary>Magnitudes not below the threshold, with their places, ascending. Once there are K, others equal to the threshold lose to those before:
    /// the zeros of a sparse vector are not collected.</summary>
    private static int Collect<T>(ReadOnlySpan<T> bits, T lowest, int enough, Buffers<T> buffers)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var magnitude = Vector256.Create(T.MaxValue);
        var threshold = Vector256.Create(lowest);
        ref T first = ref MemoryMarshal.GetReference(bits);
        int count = 0, i = 0;
        for (; i <= bits.Length - Vector256<T>.Count; i += Vector256<T>.Count)
        {
            uint hits = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref first, (nuint)i) & magnitude, threshold).ExtractMostSignificantBits();
            if (hits == 0) continue;
            buffers.Reserve(count + Vector256<T>.Count);
            for (; hits != 0; hits &= hits - 1) buffers.Add(count++, i + BitOperations.TrailingZeroCount(hits), bits);
            if (count >= enough) threshold = Vector256.Create(lowest + T.One);
        }
        buffers.Reserve(count + Vector256<T>.Count);
        for (; i < bits.Length; i++)
        {
            if ((bits[i] & T.MaxValue) >= lowest) buffers.Add(count++, i, bits);
        }
        return count;
    }

    /// <summary>The K-th largest of the keys, and how many equal to it belong to the K. The keys are used up.</summary>
    private static (T Kth, int Ties) Kth<T>(Span<T> keys, int count, int[] digits)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        for (int shift = Buffers<T>.KeyBits + 1 - 8; shift >= 0; shift -= 8)
        {
            digits.AsSpan().Clear();
            foreach (T key in keys) digits[int.CreateTruncating(key >>> shift) & 255]++;
            int digit = 255;
            for (; digits[digit] < count; digit--) count -= digits[digit];
            int left = 0;
            foreach (T key in keys)
            {
                if ((int.CreateTruncating(key >>> shift) & 255) == digit) keys[left++] = key;
            }
            keys = keys[..left];
        }
        return (keys[0], count);
    }

    private static void Keep<T>(ReadOnlySpan<T> keys, ReadOnlySpan<int> from, T kth, int ties, Span<int> places)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        int kept = 0;
        for (int i = 0; i < keys.Length && kept < places.Length; i++)
        {
            if (keys[i] < kth || (keys[i] == kth && --ties < 0)) continue;
            places[kept++] = from[i];
        }
    }

    private sealed class Buffers<T>
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        private int[]? _upper;

        public static int KeyBits { get; } = (System.Runtime.CompilerServices.Unsafe.SizeOf<T>() * 8) - 1;

        public int[] Upper => _upper ??= new int[2 << UpperBits];

        public int[] Digits { get; } = new int[256];

        public int[] Places { get; private set; } = new int[64];

        public T[] Keys { get; private set; } = new T[64];

        public T[] Left { get; private set; } = new T[64];

        public void Reserve(int count)
        {
            if (count <= Keys.Length) return;
            int length = 2 * count;
            int[] places = Places;
            T[] keys = Keys;
            Array.Resize(ref places, length);
            Array.Resize(ref keys, length);
            (Places, Keys, Left) = (places, keys, new T[length]);
        }

        public void Add(int position, int place, ReadOnlySpan<T> bits)
        {
            Places[position] = place;
            Keys[position] = bits[place] & T.MaxValue;
        }
    }
}
