using System.Diagnostics;
using System.Text;
using Residuum.Numerics.Errors;

namespace Residuum.Tests;

/// <summary>Feeds a reader with damaged inputs: it may read them or throw a <see cref="UserError"/>, within 2 s and 512 MB each.</summary>
internal static class Fuzzing
{
    private const long MemoryLimit = 512L << 20;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    /// <summary>Numbers that sizes, counts and offsets like to break on.</summary>
    private static readonly long[] Interesting =
        [0, 1, 2, 3, 4, 7, 8, 16, 64, 127, 128, 255, 256, 4095, 32767, 65535, 65536, 0x00FFFFFF, int.MaxValue - 1, int.MaxValue, uint.MaxValue, long.MaxValue, -1, -2, long.MinValue];

    /// <summary>Tries as many damaged inputs as asked for, always the same ones for the same seed.</summary>
    /// <param name="seeds">Valid inputs.</param>
    /// <param name="inputs">How many.</param>
    /// <param name="read">Reads an input.</param>
    /// <param name="seed">Seed of the random numbers, named when something is found.</param>
    public static void Run(IReadOnlyList<byte[]> seeds, int inputs, Action<byte[]> read, int seed = 20240601)
    {
        byte[] current = [];
        int index = -1;
        long started = Stopwatch.GetTimestamp();
        string? failure = null;
        var worker = new Thread(() =>
        {
            for (int i = 0; i < inputs && failure is null; i++)
            {
                byte[] input = i < seeds.Count ? seeds[i] : Mutate(seeds, new Random(seed + i));
                (current, started, index) = (input, Stopwatch.GetTimestamp(), i);
                failure = Try(input, read);
            }
        }, maxStackSize: 1 << 20)
        { IsBackground = true };
        worker.Start();
        long native = NativeMemory();
        // A reader that hangs can not be stopped, but it can be reported.
        while (!worker.Join(20))
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref started)) > 5 * TimeLimit) failure = "does not end";
            if (NativeMemory() - native > MemoryLimit) failure = $"grew the process by {(NativeMemory() - native) >> 20} MB outside the managed heap";
            if (failure is not null) break;
        }
        if (failure is not null) Assert.Fail($"seed {seed}, input {index}, kept as {Keep(current)}: {failure}");
    }

    /// <summary>Memory of the process that no garbage collector accounts for.</summary>
    private static long NativeMemory() => Environment.WorkingSet - GC.GetGCMemoryInfo().TotalCommittedBytes;

    private static string? Try(byte[] input, Action<byte[]> read)
    {
        long before = GC.GetAllocatedBytesForCurrentThread(), clock = Stopwatch.GetTimestamp();
        try
        {
            read(input);
        }
        catch (UserError error)
        {
            if (error.Message.Any(c => char.IsControl(c))) return $"control characters in the message {error.Message}";
        }
        catch (Exception error)
        {
            return error.ToString();
        }
        long memory = GC.GetAllocatedBytesForCurrentThread() - before;
        var time = Stopwatch.GetElapsedTime(clock);
        return memory > MemoryLimit ? $"allocated {memory >> 20} MB" : time > TimeLimit ? $"took {time.TotalSeconds:f1} s" : null;
    }

    private static byte[] Mutate(IReadOnlyList<byte[]> seeds, Random random)
    {
        if (random.Next(50) == 0) return RandomBytes(random, seeds[random.Next(seeds.Count)]);
        List<byte> bytes = [.. seeds[random.Next(seeds.Count)]];
        for (int changes = 1 + random.Next(random.Next(2) == 0 ? 2 : 10); changes > 0 && bytes.Count > 0; changes--)
        {
            // Headers decide more than values, so half the changes fall into the first part.
            int at = random.Next(random.Next(2) == 0 ? Math.Min(bytes.Count, 512) : bytes.Count);
            Change(bytes, at, seeds, random);
        }
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, int at, IReadOnlyList<byte[]> seeds, Random random)
    {
        int length = Math.Min(bytes.Count - at, 1 + random.Next(random.Next(4) == 0 ? 200 : 8));
        switch (random.Next(9))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2 or 3: Overwrite(bytes, at, Number(random)); break;
            case 4: bytes.RemoveRange(at, length); break;
            case 5: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 6: Overwrite(bytes, at, bytes.GetRange(random.Next(bytes.Count - length + 1), length)); break;
            case 7 when random.Next(4) == 0: bytes.RemoveRange(at, bytes.Count - at); break;
            default:
                byte[] other = seeds[random.Next(seeds.Count)];
                int from = random.Next(other.Length);
                Overwrite(bytes, at, other.AsSpan(from, Math.Min(length, other.Length - from)).ToArray());
                break;
        }
    }

    private static byte[] Number(Random random)
    {
        byte[] bytes = BitConverter.GetBytes(Interesting[random.Next(Interesting.Length)] + (random.Next(4) == 0 ? random.Next(-2, 3) : 0));
        int size = 1 << random.Next(4);
        bytes = bytes[..size];
        if (random.Next(2) == 0) Array.Reverse(bytes);
        return bytes;
    }

    private static void Overwrite(List<byte> bytes, int at, IReadOnlyList<byte> values)
    {
        for (int i = 0; i < values.Count && at + i < bytes.Count; i++) bytes[at + i] = values[i];
    }

    /// <summary>Noise behind the first bytes of a valid input, so that it is not refused at once.</summary>
    private static byte[] RandomBytes(Random random, byte[] seed)
    {
        var bytes = new byte[random.Next(1, 300)];
        random.NextBytes(bytes);
        seed.AsSpan(0, Math.Min(Math.Min(seed.Length, bytes.Length), random.Next(20))).CopyTo(bytes);
        return bytes;
    }

    private static string Keep(byte[] input)
    {
        string path = Path.Combine(Path.GetTempPath(), $"residuum-fuzz-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(input))[..12]}");
        File.WriteAllBytes(path, input);
        return path;
    }

    /// <summary>Text of an input for readers of text.</summary>
    public static string Text(byte[] input) => Encoding.UTF8.GetString(input);
}
