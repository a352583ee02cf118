using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Residuum.Numerics.Random;

/// <summary>Random numbers from Philox-4x32-10, keyed by seed, stream name and index: the same on every machine and thread count.</summary>
/// <remarks>Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
/// Normal numbers by the polar-free Box-Muller transform, two per pair of uniforms.</remarks>
public sealed class RandomStream
{
    private readonly uint _key0, _key1;
    private readonly uint[] _block = new uint[4];
    private uint _index0, _index1;
    private ulong _counter;
    private int _used = 4;
    private double _spare = double.NaN;

    /// <summary>A stream of its own for each (seed, name, index).</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="name">What the numbers are for, such as <c>observation noise</c>.</param>
    /// <param name="index">Member, sample or cycle.</param>
    public RandomStream(long seed, string name, long index = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\0{name}"), hash);
        (_key0, _key1) = (MemoryMarshal.Read<uint>(hash), MemoryMarshal.Read<uint>(hash[4..]));
        Restart(index);
    }

    /// <summary>Goes to the beginning of another index of the same seed and name, without the cost of a new stream.</summary>
    /// <param name="index">Member, sample or cycle.</param>
    public void Restart(long index)
    {
        (_index0, _index1) = ((uint)index, (uint)(index >> 32));
        (_counter, _used, _spare) = (0, 4, double.NaN);
    }

    /// <summary>Uniform in [0, 1), 53 random bits.</summary>
    public double Uniform() => (NextBits64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Standard normal.</summary>
    public double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            double kept = _spare;
            _spare = double.NaN;
            return kept;
        }
        double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform()));
        var (sin, cos) = Math.SinCos(2 * Math.PI * Uniform());
        _spare = radius * sin;
        return radius * cos;
    }

    /// <summary>Fills with standard normal numbers: those of <see cref="Normal()"/> one by one, to the last bit but one.</summary>
    /// <param name="values">What to fill.</param>
    public void Normal(Span<double> values)
    {
        while (values.Length > 0 && (_used < 4 || !double.IsNaN(_spare)))
        {
            values[0] = Normal();
            values = values[1..];
        }
        int pairs = values.Length / 2;
        NormalPairs.Fill(_key0, _key1, _counter, _index0 | ((ulong)_index1 << 32), values[..(2 * pairs)]);
        _counter += (ulong)pairs;
        if (values.Length % 2 == 1) values[^1] = Normal();
    }

    /// <summary>Uniform whole number in [0, <paramref name="limit"/>), without bias.</summary>
    /// <param name="limit">Exclusive upper limit, positive.</param>
    public int Integer(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ulong range = (ulong)limit;
        ulong accepted = ulong.MaxValue - (ulong.MaxValue % range);
        ulong bits;
        do bits = NextBits64();
        while (bits >= accepted);
        return (int)(bits % range);
    }

    /// <summary>Shuffles in place (Fisher-Yates).</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="items">What to shuffle.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Integer(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong NextBits64()
    {
        if (_used >= 4)
        {
            Philox.Block(_key0, _key1, [(uint)_counter, (uint)(_counter >> 32), _index0, _index1], _block);
            _counter++;
            _used = 0;
        }
        ulong bits = _block[_used] | ((ulong)_block[_used + 1] << 32);
        _used += 2;
        return bits;
    }
}
