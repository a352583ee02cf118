using System.Runtime.ExceptionServices;

namespace Residuum.Numerics.Threading;

/// <summary>Shares small pieces of work among threads of the pool without allocating: for loops that take microseconds and run in every time step.</summary>
/// <remarks>The caller works too, and takes all shares that no helper claims: a busy pool makes it slower, never stuck. Shares must not depend on each
/// other. One <see cref="Run"/> at a time.</remarks>
public sealed class WorkTeam : IThreadPoolWorkItem
{
    private const int Bits = 24, Mask = (1 << Bits) - 1;

    // Run number, shares and next share in one word, so that a helper that comes late can not claim a share of another run.
    private long _state;
    private Action<int>? _work;
    private int _running;
    private int _helpers; // queued or at work
    private Exception? _error;

    /// <summary>A team.</summary>
    /// <param name="threads">Threads, the caller's included; 0 for one a processor.</param>
    public WorkTeam(int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        Threads = threads == 0 ? Environment.ProcessorCount : threads;
    }

    /// <summary>Threads, the caller's included.</summary>
    public int Threads { get; }

    /// <summary>Does the shares 0, 1, ... in any order, and returns when all are done.</summary>
    /// <param name="shares">Number of shares.</param>
    /// <param name="work">Does one share; keep one delegate, so that none is allocated.</param>
    public void Run(int shares, Action<int> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)shares, (uint)Mask, nameof(shares));
        int helpers = Math.Min(Threads, shares) - 1;
        if (helpers <= 0)
        {
            for (int share = 0; share < shares; share++) work(share);
            return;
        }
        _work = work;
        _error = null;
        Volatile.Write(ref _running, shares);
        Volatile.Write(ref _state, (((_state >> (2 * Bits)) + 1) << (2 * Bits)) | ((long)shares << Bits));
        Call(helpers);
        Work();
        var wait = new SpinWait();
        while (Volatile.Read(ref _running) > 0) wait.SpinOnce(sleep1Threshold: -1);
        if (_error is { } error) ExceptionDispatchInfo.Throw(error);
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (true)
        {
            Serve();
            Interlocked.Decrement(ref _helpers);
            if (!HasShares) return;
            Interlocked.Increment(ref _helpers); // a run that began meanwhile counted on this helper
        }
    }

    // Looks out for some microseconds more: the stages of a time step follow each other closely.
    private void Serve()
    {
        const int Looks = 40;
        for (int idle = 0; idle < Looks; idle++)
        {
            if (HasShares)
            {
                Work();
                idle = 0;
            }
            else
            {
                Thread.SpinWait(20);
            }
        }
    }

    // Queues no more than are missing: a full pool would else pile them up.
    private void Call(int helpers)
    {
        Interlocked.MemoryBarrier();
        for (int missing = helpers - Volatile.Read(ref _helpers); missing > 0; missing--)
        {
            Interlocked.Increment(ref _helpers);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private bool HasShares
    {
        get
        {
            long state = Volatile.Read(ref _state);
            return (state & Mask) < ((state >> Bits) & Mask);
        }
    }

    private void Work()
    {
        while (Claim() is >= 0 and var share)
        {
            try
            {
                _work!(share);
            }
            catch (Exception error)
            {
                Interlocked.CompareExchange(ref _error, error, null);
            }
            Interlocked.Decrement(ref _running);
        }
    }

    private int Claim()
    {
        while (true)
        {
            long state = Volatile.Read(ref _state);
            int next = (int)(state & Mask);
            if (next >= (int)((state >> Bits) & Mask)) return -1;
            if (Interlocked.CompareExchange(ref _state, state + 1, state) == state) return next;
        }
    }
}
