using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Residuum.Distribution.Compressors;
using Residuum.Numerics.Collectives;

namespace Residuum.Distribution.Runs;

/// <summary>Brings every worker's message to every rank, and adds them in the order of the workers.</summary>
/// <remarks>What crosses the back end are the encoded bytes; a rank reads its own workers' messages from memory, which <see cref="ICompressor.Decode"/> promises to be the same.</remarks>
internal sealed class MessageExchange(WorkerBlock block, int workers, int length, ICollectives ranks)
{
    private readonly Message[][] _messages = new Message[workers][];
    private readonly long[] _bits = new long[workers];
    private readonly double[] _alphas = new double[workers];
    private readonly OrderedSum _ordered = new(ranks, workers);
    private readonly Workers[] _dealt = [.. Enumerable.Range(0, ranks.Size).Select(rank => Workers.Of(rank, ranks.Size, workers))];
    private byte[] _mine = [], _all = [];

    /// <summary>Bits that all workers have sent so far.</summary>
    public double AllBits { get; set; }

    /// <summary>Bits that a worker has sent so far, the mean over the workers.</summary>
    public double BitsUp => AllBits / workers;

    /// <summary>1 - |C(v) - v|²/|v|², the mean over the messages of the last round that were measured.</summary>
    public double Alpha { get; private set; } = double.NaN;

    /// <summary>Gathers the messages of a round.</summary>
    public void Gather(int round, bool whole)
    {
        for (int i = 0; i < block.Mine.Count; i++)
        {
            _bits[block.Mine.First + i] = block.Encoded[i].Length;
            _messages[block.Mine.First + i] ??= [.. Enumerable.Range(0, block.PartsOf(false)).Select(part => block.MessageOf(block.Mine.First + i, part))];
            _alphas[block.Mine.First + i] = block.Alphas[i];
        }
        if (ranks.Size > 1) GatherFromRanks(round, whole);
        AllBits += TensorPrimitives.Sum<long>(_bits);
        Alpha = MeanAlpha();
    }

    /// <summary>Weighted sum of the messages of a part; a worker that was absent adds nothing.</summary>
    public void Mean(int part, double[] weights, double[] mean)
    {
        Array.Clear(mean);
        for (int worker = 0; worker < workers; worker++)
        {
            if (_bits[worker] > 0) _messages[worker][part].AddTo(weights[worker], mean);
        }
    }

    /// <summary>f(x) and |∇f(x)|², added in the order of the workers.</summary>
    public (double Value, double GradientSquare) Exact(double[] x)
    {
        double[] sum = new double[length + 1];
        _ordered.Sum<double>(block.Exact(x), sum);
        TensorPrimitives.Divide(sum, workers, sum);
        return (sum[0], TensorPrimitives.SumOfSquares<double>(sum.AsSpan(1)));
    }

    private void GatherFromRanks(int round, bool whole)
    {
        GatherNumbers<long>(_bits);
        GatherNumbers<double>(_alphas);
        int[] lengths = Array.ConvertAll(_dealt, Bytes);
        var mine = Room(ref _mine, lengths[ranks.Rank]);
        int at = 0;
        foreach (var writer in block.Encoded)
        {
            writer.Bytes.CopyTo(mine[at..]);
            at += writer.Bytes.Length;
        }
        ranks.AllGather(mine, lengths, Room(ref _all, lengths.Sum()));
        DecodeOthers(_all, round, whole);
    }

    /// <summary>Gathers a number of each worker.</summary>
    private unsafe void GatherNumbers<T>(T[] numbers)
        where T : unmanaged =>
        ranks.AllGather(MemoryMarshal.AsBytes(numbers.AsSpan(block.Mine.First, block.Mine.Count)), Array.ConvertAll(_dealt, part => sizeof(T) * part.Count), MemoryMarshal.AsBytes(numbers.AsSpan()));

    private static Span<byte> Room(ref byte[] buffer, int length)
    {
        if (buffer.Length < length) buffer = new byte[length];
        return buffer.AsSpan(0, length);
    }

    private int Bytes(Workers part) => checked((int)Enumerable.Range(part.First, part.Count).Sum(worker => (_bits[worker] + 7) / 8));

    private void DecodeOthers(byte[] all, int round, bool whole)
    {
        int at = 0;
        for (int worker = 0; worker < workers; worker++)
        {
            int bytes = (int)((_bits[worker] + 7) / 8);
            bool isMine = worker >= block.Mine.First && worker < block.Mine.End;
            if (!isMine && bytes > 0) Decode(worker, new BitReader(all.AsMemory(at, bytes)), round, whole);
            at += bytes;
        }
    }

    private void Decode(int worker, BitReader reader, int round, bool whole)
    {
        var messages = _messages[worker] ??= [.. Enumerable.Range(0, block.PartsOf(false)).Select(_ => new Message())];
        for (int part = 0; part < block.PartsOf(whole); part++)
            block.CompressorOf(whole).Decode(reader, length, block.DrawOf(round, worker, part), messages[part]);
    }

    private double MeanAlpha()
    {
        double sum = 0;
        int count = 0;
        foreach (double alpha in _alphas)
        {
            if (!double.IsNaN(alpha)) (sum, count) = (sum + alpha, count + 1);
        }
        return count == 0 ? double.NaN : sum / count;
    }
}
