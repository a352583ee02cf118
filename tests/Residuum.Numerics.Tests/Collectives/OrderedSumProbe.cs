using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Residuum.Numerics.Collectives;

namespace Residuum.Numerics.Tests.Collectives;

/// <summary>Sums whose bits depend on the order, and one digest of them all.</summary>
internal static class OrderedSumProbe
{
    /// <summary>A worker's numbers, of many magnitudes and both signs.</summary>
    public static T[] Slice<T>(int worker, int length) where T : IBinaryFloatingPointIeee754<T>
    {
        var random = new System.Random(1000 * worker + length);
        return [.. Enumerable.Range(0, length).Select(_ => T.CreateSaturating((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 7))))];
    }

    /// <summary>Digest of small and large sums, of double and of float.</summary>
    public static string Digest(ICollectives ranks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (int workers in new[] { 1, 4, 7, 40 })
            foreach (int length in new[] { 1, 100, 3001 })
            {
                Append<double>(hash, ranks, workers, length);
                Append<float>(hash, ranks, workers, length);
            }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Append<T>(IncrementalHash hash, ICollectives ranks, int workers, int length) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var ordered = new OrderedSum(ranks, workers);
        T[] mine = [.. Enumerable.Range(ordered.Mine.First, ordered.Mine.Count).SelectMany(worker => Slice<T>(worker, length))], sum = new T[length];
        ordered.Sum<T>(mine, sum);
        hash.AppendData(MemoryMarshal.AsBytes<T>(sum));
    }
}
