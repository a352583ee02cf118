using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Residuum.Numerics.Collectives;

/// <summary>Ranks within this process: one by itself, or threads of an <see cref="InProcessGroup"/>.</summary>
/// <remarks>Deterministic: sums run in the order of the ranks. Thousands of simulated workers need no ranks of their own: one rank plays them all.</remarks>
public sealed class InProcessCollectives : CheckedCollectives
{
    private readonly Rendezvous _meeting;
    private byte[] _parcel = [];

    /// <summary>A job of one rank: every call is a copy.</summary>
    public InProcessCollectives() : this(new Rendezvous(1), 0)
    {
    }

    internal InProcessCollectives(Rendezvous meeting, int rank) : base(rank, meeting.Ranks) => _meeting = meeting;

    /// <summary>A new job of one rank.</summary>
    public static InProcessCollectives Single => new();

    /// <inheritdoc/>
    public override void Barrier() => _meeting.Arrive();

    /// <inheritdoc/>
    protected override void Gather(ReadOnlySpan<byte> mine, Span<byte> all)
    {
        Bring(mine);
        for (int rank = 0; rank < Size; rank++) Of(rank, mine.Length).CopyTo(all[(rank * mine.Length)..]);
        _meeting.Arrive();
    }

    /// <inheritdoc/>
    protected override void Gather(ReadOnlySpan<byte> mine, ReadOnlySpan<int> lengths, Span<byte> all)
    {
        Bring(mine);
        for (int rank = 0, at = 0; rank < Size; at += lengths[rank++]) Of(rank, lengths[rank]).CopyTo(all[at..]);
        _meeting.Arrive();
    }

    /// <inheritdoc/>
    protected override void Transpose(ReadOnlySpan<byte> send, Span<byte> received)
    {
        Bring(send);
        int block = send.Length / Size;
        for (int rank = 0; rank < Size; rank++) Of(rank, send.Length).Slice(Rank * block, block).CopyTo(received[(rank * block)..]);
        _meeting.Arrive();
    }

    /// <inheritdoc/>
    protected override void Reduce(Span<double> values)
    {
        var mine = MemoryMarshal.AsBytes(values);
        Bring(mine);
        Of(0, mine.Length).CopyTo(mine);
        for (int rank = 1; rank < Size; rank++) TensorPrimitives.Add(values, MemoryMarshal.Cast<byte, double>(Of(rank, mine.Length)), values);
        _meeting.Arrive();
    }

    /// <inheritdoc/>
    protected override long Largest(long value)
    {
        Bring(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(ref value)));
        long largest = value;
        for (int rank = 0; rank < Size; rank++) largest = Math.Max(largest, MemoryMarshal.Read<long>(Of(rank, sizeof(long))));
        _meeting.Arrive();
        return largest;
    }

    /// <inheritdoc/>
    protected override void Spread(Span<byte> bytes, int root)
    {
        Bring(bytes);
        Of(root, bytes.Length).CopyTo(bytes);
        _meeting.Arrive();
    }

    /// <inheritdoc/>
    protected override void Swap(ReadOnlySpan<int> neighbours, ReadOnlySpan<byte> mine, Span<byte> theirs)
    {
        Bring(mine);
        for (int k = 0; k < neighbours.Length; k++) Of(neighbours[k], mine.Length).CopyTo(theirs[(k * mine.Length)..]);
        _meeting.Arrive();
    }

    private void Bring(ReadOnlySpan<byte> mine, [CallerMemberName] string call = "")
    {
        if (_parcel.Length < mine.Length) _parcel = new byte[mine.Length];
        mine.CopyTo(_parcel);
        _meeting.Bring(Rank, new Rendezvous.Parcel(call, _parcel, mine.Length));
    }

    private ReadOnlySpan<byte> Of(int rank, int length, [CallerMemberName] string call = "") => _meeting.Of(rank, call, length);
}
