namespace Residuum.Numerics.Collectives;

/// <summary>Where the ranks of one process meet: what each brings, and a barrier that an ending rank breaks.</summary>
internal sealed class Rendezvous(int ranks)
{
    private readonly object _gate = new();
    private readonly Parcel[] _parcels = new Parcel[ranks];
    private int _arrived;
    private int _left;
    private long _round;
    private Exception? _error;

    /// <summary>Number of ranks.</summary>
    public int Ranks => ranks;

    /// <summary>The error that ended the group: the first one.</summary>
    public Exception? Error => _error;

    /// <summary>Lays down what a rank brings, and waits until all have.</summary>
    public void Bring(int rank, Parcel parcel)
    {
        _parcels[rank] = parcel;
        Arrive();
    }

    /// <summary>What a rank brought to the call that this one makes.</summary>
    /// <exception cref="InvalidOperationException">It made another call.</exception>
    public ReadOnlySpan<byte> Of(int rank, string call, int length)
    {
        var parcel = _parcels[rank];
        if (parcel.Call != call || parcel.Length != length)
            throw new InvalidOperationException($"the ranks' calls differ: rank {rank} made {parcel.Call} of {parcel.Length} bytes, expected {call} of {length}");
        return parcel.Bytes.AsSpan(0, length);
    }

    /// <summary>Waits for all ranks.</summary>
    /// <exception cref="OperationCanceledException">A rank threw.</exception>
    /// <exception cref="InvalidOperationException">A rank has returned: the others would wait for ever.</exception>
    public void Arrive()
    {
        lock (_gate)
        {
            ThrowIfBroken();
            long round = _round;
            if (++_arrived == ranks) Open();
            while (_round == round)
            {
                Monitor.Wait(_gate);
                if (_round == round) ThrowIfBroken();
            }
        }
    }

    /// <summary>A rank returns, or throws.</summary>
    public void Leave(Exception? error)
    {
        lock (_gate)
        {
            _error ??= error;
            _left++;
            Monitor.PulseAll(_gate);
        }
    }

    private void Open()
    {
        _arrived = 0;
        _round++;
        Monitor.PulseAll(_gate);
    }

    private void ThrowIfBroken()
    {
        if (_error is not null) throw new OperationCanceledException("another rank of the group failed", _error);
        if (_left > 0) throw new InvalidOperationException("a rank returned while others wait for it in a collective call");
    }

    /// <summary>What a rank brings: a copy, for its own memory may be gone when another rank that outlives an error reads it.</summary>
    internal readonly record struct Parcel(string Call, byte[] Bytes, int Length);
}
