using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Residuum.Numerics.Collectives;

/// <summary>Sums slices of all workers in the order 0, 1, ..., n-1: the same bits on every back end and number of ranks.</summary>
/// <remarks>Every worker's slice travels by itself, never a rank's partial sum. Small sums gather all slices and add them everywhere; large ones
/// hand each rank its columns of all slices (all-to-all), which it sums, and gather the columns: an n-th of the traffic, one message more.</remarks>
public sealed class OrderedSum
{
    private readonly ICollectives _ranks;
    private readonly int _workers;
    private byte[] _sent = [], _received = [];

    /// <summary>Sums over workers dealt to the ranks by <see cref="Workers.Of"/>.</summary>
    /// <param name="ranks">The job; all its ranks make the same sums.</param>
    /// <param name="workers">Workers of all ranks together.</param>
    public OrderedSum(ICollectives ranks, int workers)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        (_ranks, _workers, Mine) = (ranks, workers, Workers.Of(ranks.Rank, ranks.Size, workers));
    }

    /// <summary>Workers of this rank.</summary>
    public Workers Mine { get; }

    /// <summary>Bytes of all slices below which they are gathered whole: there the second message costs more than the traffic that it saves.</summary>
    internal long SmallBytes { get; init; } = 64 << 10;

    /// <summary>Bytes that one pass of a large sum takes from all ranks, more or less: it bounds the memory.</summary>
    internal long PassBytes { get; init; } = 64 << 20;

    /// <summary>Sums the slices.</summary>
    /// <typeparam name="T">double, or float.</typeparam>
    /// <param name="mine">Slices of this rank's workers [<c>Mine.Count</c>, d].</param>
    /// <param name="sum">Their sum over all workers [d].</param>
    public void Sum<T>(ReadOnlySpan<T> mine, Span<T> sum) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (mine.Length != (long)Mine.Count * sum.Length)
            throw new ArgumentException($"a length of {mine.Length} does not fit: expected {Mine.Count} slices of {sum.Length}", nameof(mine));
        if (_ranks.Size == 1) AddRows(mine, sum);
        else if (Bytes<T>((long)_workers * sum.Length) < SmallBytes) SumGathered(mine, sum);
        else SumByColumns(mine, sum);
    }

    private void SumGathered<T>(ReadOnlySpan<T> mine, Span<T> sum) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var all = Buffer<T>(ref _received, (long)_workers * sum.Length);
        var lengths = _ranks.Size <= 256 ? stackalloc int[_ranks.Size] : new int[_ranks.Size];
        for (int rank = 0; rank < lengths.Length; rank++) lengths[rank] = (int)Bytes<T>((long)Dealt(rank).Count * sum.Length);
        _ranks.AllGather(MemoryMarshal.AsBytes(mine), lengths, MemoryMarshal.AsBytes(all));
        AddRows<T>(all, sum);
    }

    private void SumByColumns<T>(ReadOnlySpan<T> mine, Span<T> sum) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long rows = (long)Workers.Most(_ranks.Size, _workers) * _ranks.Size;
        int columns = (int)Math.Clamp(PassBytes / Bytes<T>(rows), Math.Min(_ranks.Size, sum.Length), sum.Length);
        for (int first = 0; first < sum.Length; first += columns) SumPass(mine, sum, first, Math.Min(columns, sum.Length - first));
    }

    // One pass over some columns: [rank that sums, worker of this rank, column] out, [rank, its worker, column of this rank] in.
    // Blocks have one length, that of the rank with the most workers.
    private void SumPass<T>(ReadOnlySpan<T> mine, Span<T> sum, int first, int columns) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int width = (columns + _ranks.Size - 1) / _ranks.Size, block = Workers.Most(_ranks.Size, _workers) * width;
        var sent = Buffer<T>(ref _sent, (long)_ranks.Size * block);
        var received = Buffer<T>(ref _received, (long)_ranks.Size * block);
        for (int rank = 0; rank < _ranks.Size; rank++)
        {
            int from = Math.Min(rank * width, columns), length = Math.Min(width, columns - from);
            for (int worker = 0; worker < Mine.Count; worker++)
                mine.Slice(worker * sum.Length + first + from, length).CopyTo(sent[(rank * block + worker * width)..]);
        }
        _ranks.AllToAll(MemoryMarshal.AsBytes(sent), MemoryMarshal.AsBytes(received));

        var part = sent[..width];
        int added = 0;
        for (int rank = 0; rank < _ranks.Size; rank++)
            for (int worker = 0; worker < Dealt(rank).Count; worker++)
                AddRow(received.Slice(rank * block + worker * width, width), part, added++);

        var parts = received[..(width * _ranks.Size)];
        _ranks.AllGather(MemoryMarshal.AsBytes(part), MemoryMarshal.AsBytes(parts));
        parts[..columns].CopyTo(sum[first..]);
    }

    private static void AddRows<T>(ReadOnlySpan<T> rows, Span<T> sum) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0, at = 0; at < rows.Length; row++, at += sum.Length) AddRow(rows.Slice(at, sum.Length), sum, row);
    }

    // The first row is copied: 0 + -0 would lose a sign.
    private static void AddRow<T>(ReadOnlySpan<T> row, Span<T> sum, int before) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (before == 0) row.CopyTo(sum);
        else TensorPrimitives.Add(sum, row, sum);
    }

    private Workers Dealt(int rank) => Workers.Of(rank, _ranks.Size, _workers);

    private static unsafe long Bytes<T>(long count) where T : unmanaged => count * sizeof(T);

    private static Span<T> Buffer<T>(ref byte[] buffer, long count) where T : unmanaged
    {
        int bytes = checked((int)Bytes<T>(count));
        if (buffer.Length < bytes) buffer = new byte[bytes];
        return MemoryMarshal.Cast<byte, T>(buffer.AsSpan(0, bytes));
    }
}
