namespace Residuum.Distribution.Compressors;

/// <summary>QSGD, also standard dithering: in every bucket of B numbers, norm · sign · level/s, the level drawn so that the mean is the number.</summary>
/// <remarks>Source: Alistarh, Grubic, Li, Tomioka and Vojnovic, NIPS (2017), ω ≤ min(B/s², √B/s). 32 bits per bucket for its norm, rounded up to single
/// precision so that no level exceeds s; then 1 + ⌈log2(s + 1)⌉ bits per number, or with Elias's code of level + 1 its bits and a sign where the level
/// is not 0. A bucket of norm zero is zero: its quotients would be 0/0.</remarks>
public sealed class Qsgd : ICompressor
{
    private readonly int _levels, _bucket;

    /// <summary>Sets levels and buckets.</summary>
    /// <param name="levels">s, at least 1.</param>
    /// <param name="bucket">B, at least 1; the last bucket holds what is left.</param>
    public Qsgd(int levels, int bucket = 512)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(levels);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels, 1 << 24);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bucket);
        (_levels, _bucket) = (levels, bucket);
    }

    /// <summary>Whether levels are written in Elias's γ code.</summary>
    public bool IsElias { get; init; }

    /// <inheritdoc/>
    public string Name => $"qsgd:{_levels},{_bucket}{(IsElias ? ",elias" : "")}";

    /// <inheritdoc/>
    public CompressorClass Class => CompressorClass.Unbiased;

    /// <inheritdoc/>
    public bool IsHomogeneous => true;

    /// <inheritdoc/>
    public bool IsDeterministic => false;

    /// <inheritdoc/>
    public double Constant(int length)
    {
        double bucket = Math.Min(_bucket, length), levels = _levels;
        return Math.Min(bucket / (levels * levels), Math.Sqrt(bucket) / levels);
    }

    /// <inheritdoc/>
    public void Compress(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Requirements.Finite(vector, Name, draw);
        message.Dense(vector.Length);
        var code = Room(message);
        var random = draw.Stream("qsgd levels");
        for (int start = 0, bucket = 0; start < vector.Length; start += _bucket, bucket++)
        {
            var part = vector.Slice(start, Math.Min(_bucket, vector.Length - start));
            double norm = code.Norms[bucket] = ValueFormat.RoundUp(Norm(part));
            for (int i = 0; i < part.Length; i++) code.Levels[start + i] = Level(part[i], norm, random.Uniform());
        }
        Fill(message, code);
    }

    /// <inheritdoc/>
    public void Encode(Message message, BitWriter writer)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(writer);
        var code = (QsgdCode)message.Code!;
        for (int i = 0; i < message.Length; i++)
        {
            if (i % _bucket == 0) ValuePrecision.Single.Write(writer, code.Norms[i / _bucket]);
            WriteLevel(writer, code.Levels[i]);
        }
    }

    /// <inheritdoc/>
    public void Decode(BitReader reader, int length, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(message);
        message.Dense(length);
        var code = Room(message);
        for (int i = 0; i < length; i++)
        {
            if (i % _bucket == 0) code.Norms[i / _bucket] = ValuePrecision.Single.Read(reader);
            code.Levels[i] = ReadLevel(reader);
        }
        Fill(message, code);
    }

    /// <summary>Added one by one: sums of vector registers would depend on the machine.</summary>
    private static double Norm(ReadOnlySpan<double> part)
    {
        double sum = 0;
        foreach (double value in part) sum += value * value;
        return Math.Sqrt(sum);
    }

    private int Level(double value, double norm, double uniform)
    {
        if (norm == 0) return 0;
        double scaled = Math.Min(Math.Abs(value) / norm, 1) * _levels;
        int level = (int)scaled;
        if (scaled - level > uniform) level++;
        return value < 0 ? -level : level;
    }

    private void WriteLevel(BitWriter writer, int level)
    {
        if (IsElias) EliasGamma.Write(writer, Math.Abs(level) + 1);
        else writer.Write((ulong)Math.Abs(level), Requirements.BitsFor(_levels + 1));
        if (!IsElias || level != 0) writer.Write(level < 0 ? 1UL : 0, 1);
    }

    private int ReadLevel(BitReader reader)
    {
        int level = IsElias ? EliasGamma.Read(reader) - 1 : (int)reader.Read(Requirements.BitsFor(_levels + 1));
        bool isNegative = (!IsElias || level != 0) && reader.Read(1) == 1;
        return isNegative ? -level : level;
    }

    private void Fill(Message message, QsgdCode code)
    {
        var values = message.Values;
        for (int i = 0; i < values.Length; i++) values[i] = code.Norms[i / _bucket] * code.Levels[i] / _levels;
    }

    private QsgdCode Room(Message message)
    {
        if (message.Code is not QsgdCode code) message.Code = code = new();
        int buckets = (int)(((long)message.Length + _bucket - 1) / _bucket);
        if (code.Levels.Length < message.Length) code.Levels = new int[message.Length];
        if (code.Norms.Length < buckets) code.Norms = new double[buckets];
        return code;
    }

    /// <summary>Signed levels and norms: not to be had back from values, where a bucket of zeros hides its norm.</summary>
    private sealed class QsgdCode
    {
        public int[] Levels { get; set; } = [];

        public double[] Norms { get; set; } = [];
    }
}
