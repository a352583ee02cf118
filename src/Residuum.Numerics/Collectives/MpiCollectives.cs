using System.Diagnostics;
using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Numerics.Collectives;

/// <summary>Ranks of an MPI job. Use <see cref="MpiJob.Run"/>, which ends the job where a rank throws.</summary>
/// <remarks>Every call first waits until all ranks make it, yielding and then sleeping; then the payload moves under yields only, for it moves
/// within tests and sleep would hold it up. No call blocks: a rank that waits for longer than the time-out says so and ends the job.</remarks>
public sealed class MpiCollectives : CheckedCollectives
{
    private const int EagerTests = 200, TestsPerLook = 64;
    private static readonly TimeSpan YieldTime = TimeSpan.FromMilliseconds(1), RestTime = TimeSpan.FromMilliseconds(1);

    private readonly MpiApi _mpi;
    private readonly MpiOptions _options;
    private readonly MpiBeats? _beats;
    private string _call = "start";
    private long _calls;
    private bool _ended;

    private MpiCollectives(MpiApi mpi, MpiOptions options, int rank, int size) : base(rank, size)
    {
        (_mpi, _options) = (mpi, options);
        _beats = MpiBeats.Start(options.BeatFolder, rank, size);
    }

    /// <summary>What the library says of itself.</summary>
    public string Library => _mpi.Version;

    private string Place => string.Create(CultureInfo.InvariantCulture, $"call {_calls}, {_call}");

    /// <summary>Loads the library that fits the launcher, starts MPI, and checks that both mean the same job.</summary>
    /// <param name="launcher">What started this process.</param>
    /// <param name="options">How it takes part.</param>
    /// <exception cref="UserError">The library is missing, or belongs to another launcher.</exception>
    public static MpiCollectives Start(MpiLauncher launcher, MpiOptions options)
    {
        ArgumentNullException.ThrowIfNull(launcher);
        ArgumentNullException.ThrowIfNull(options);
        var mpi = MpiApi.Load(launcher.Kinds);
        var (rank, size) = mpi.Start();
        try
        {
            launcher.Verify(mpi.Kind, mpi.Version, rank, size);
        }
        catch (UserError)
        {
            mpi.Finish(); // alone in its job, so that it waits for nobody
            throw;
        }
        return new MpiCollectives(mpi, options, rank, size);
    }

    /// <summary>Says why in one line and ends all ranks; does not return.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="code">Exit code of the job, where the launcher passes it on.</param>
    public void Abort(string reason, int code = 1)
    {
        _ended = true;
        _options.Report($"rank {Rank} of {Size}: {Place}: {reason}".ReplaceLineEndings(" "));
        _mpi.Abort(code);
        Environment.Exit(code);
    }

    /// <inheritdoc/>
    public override void Barrier() => Meet(nameof(Barrier));

    /// <inheritdoc/>
    protected override unsafe void Gather(ReadOnlySpan<byte> mine, Span<byte> all)
    {
        Meet(nameof(AllGather));
        fixed (byte* from = mine, to = all)
        {
            if (all.Length > _options.MessageBytes)
            {
                GatherInPairs(from, mine.Length, to, at: null);
                return;
            }
            nint request = 0;
            _mpi.AllGather(from, to, mine.Length, &request);
            Complete(&request);
        }
    }

    /// <inheritdoc/>
    protected override unsafe void Gather(ReadOnlySpan<byte> mine, ReadOnlySpan<int> lengths, Span<byte> all)
    {
        Meet(nameof(AllGather));
        var offsets = Size <= 256 ? stackalloc int[Size] : new int[Size];
        for (int rank = 1; rank < Size; rank++) offsets[rank] = offsets[rank - 1] + lengths[rank - 1];
        fixed (byte* from = mine, to = all)
        fixed (int* each = lengths, at = offsets)
        {
            if (all.Length > _options.MessageBytes)
            {
                GatherInPairs(from, mine.Length, to, at, each);
                return;
            }
            nint request = 0;
            _mpi.AllGather(from, mine.Length, to, each, at, &request);
            Complete(&request);
        }
    }

    /// <inheritdoc/>
    protected override unsafe void Transpose(ReadOnlySpan<byte> send, Span<byte> received)
    {
        Meet(nameof(AllToAll));
        long block = send.Length / Size;
        fixed (byte* from = send, to = received)
        {
            if (send.Length > _options.MessageBytes)
            {
                var pairs = new MpiPair[Size];
                for (int rank = 0; rank < Size; rank++) pairs[rank] = new MpiPair(rank, from + rank * block, block, to + rank * block, block);
                Move(pairs);
                return;
            }
            nint request = 0;
            _mpi.AllToAll(from, to, (int)block, &request);
            Complete(&request);
        }
    }

    /// <inheritdoc/>
    protected override unsafe void Reduce(Span<double> values)
    {
        Meet(nameof(AllReduceFast));
        int most = Math.Max(1, _options.MessageBytes / sizeof(double));
        fixed (double* all = values)
        {
            for (long first = 0; first < values.Length; first += most)
            {
                nint request = 0;
                _mpi.Sum(all + first, (int)Math.Min(most, values.Length - first), &request);
                Complete(&request);
            }
        }
    }

    /// <inheritdoc/>
    protected override unsafe long Largest(long value)
    {
        Meet(nameof(AllReduceMax));
        nint request = 0;
        _mpi.Max(&value, &request);
        Complete(&request);
        return value;
    }

    /// <inheritdoc/>
    protected override unsafe void Spread(Span<byte> bytes, int root)
    {
        Meet(nameof(Broadcast));
        fixed (byte* all = bytes)
        {
            for (long first = 0; first < bytes.Length; first += _options.MessageBytes)
            {
                nint request = 0;
                _mpi.Broadcast(all + first, (int)Math.Min(_options.MessageBytes, bytes.Length - first), root, &request);
                Complete(&request);
            }
        }
    }

    /// <inheritdoc/>
    protected override unsafe void Swap(ReadOnlySpan<int> neighbours, ReadOnlySpan<byte> mine, Span<byte> theirs)
    {
        Meet(nameof(Exchange));
        var pairs = neighbours.Length <= 64 ? stackalloc MpiPair[neighbours.Length] : new MpiPair[neighbours.Length];
        fixed (byte* from = mine, to = theirs)
        {
            for (int k = 0; k < pairs.Length; k++) pairs[k] = new MpiPair(neighbours[k], from, mine.Length, to + (long)k * mine.Length, mine.Length);
            Move(pairs);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_ended) Finish();
        base.Dispose(disposing);
    }

    private void Finish()
    {
        Meet("Finalize"); // under the time-out: MPI_Finalize itself waits without one
        _ended = true;
        _mpi.Finish();
    }

    private unsafe void GatherInPairs(byte* mine, long length, byte* all, int* at, int* lengths = null)
    {
        var pairs = new MpiPair[Size];
        for (int rank = 0; rank < Size; rank++)
        {
            long theirs = lengths is null ? length : lengths[rank], offset = at is null ? rank * length : at[rank];
            pairs[rank] = new MpiPair(rank, mine, length, all + offset, theirs);
        }
        Move(pairs);
    }

    // Messages of one size at most, a round of them after another; two ranks' messages do not overtake each other.
    private unsafe void Move(ReadOnlySpan<MpiPair> pairs)
    {
        long longest = 0;
        foreach (var pair in pairs) longest = Math.Max(longest, Math.Max(pair.SendLength, pair.ReceiveLength));
        var requests = pairs.Length <= 64 ? stackalloc nint[2 * pairs.Length] : new nint[2 * pairs.Length];
        fixed (nint* slots = requests)
        {
            for (long offset = 0; offset < longest; offset += _options.MessageBytes)
            {
                requests.Clear(); // a done request leaves a handle that is not zero
                for (int k = 0; k < pairs.Length; k++) pairs[k].Post(_mpi, offset, _options.MessageBytes, slots + 2 * k);
                for (int k = 0; k < requests.Length; k++)
                    if (slots[k] != 0) Complete(slots + k);
            }
        }
    }

    // Waits until all ranks make the same call: as long as the slowest computes.
    private unsafe void Meet(string call)
    {
        (_call, _calls) = (call, _calls + 1);
        nint request = 0;
        _mpi.Barrier(&request);
        for (int tests = 0; tests < EagerTests; tests++)
            if (_mpi.Test(&request)) return;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < YieldTime)
        {
            Thread.Yield();
            if (_mpi.Test(&request)) return;
        }
        Rest(&request, start);
    }

    private unsafe void Rest(nint* request, long start)
    {
        double pause = Math.Min(1, _options.TimeOut / 8), nextBeat = 0;
        while (!_mpi.Test(request))
        {
            double waited = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (waited > _options.TimeOut) GiveUp();
            if (waited >= nextBeat)
            {
                _beats?.Beat(Place);
                nextBeat = waited + pause;
            }
            Thread.Sleep(RestTime);
        }
    }

    private unsafe void Complete(nint* request)
    {
        long start = Stopwatch.GetTimestamp();
        for (long tests = 1; !_mpi.Test(request); tests++)
        {
            Thread.Yield();
            if (tests % TestsPerLook == 0 && Stopwatch.GetElapsedTime(start).TotalSeconds > _options.TimeOut) GiveUp();
        }
    }

    private void GiveUp() => Abort(string.Create(CultureInfo.InvariantCulture,
        $"no answer within {_options.TimeOut} s; {_beats?.Silent(_options.TimeOut / 2) ?? "without beat files the silent rank has no name"}"));
}
