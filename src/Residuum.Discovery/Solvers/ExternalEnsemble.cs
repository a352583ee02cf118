using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Residuum.Discovery.Solvers;

/// <summary>Spreads members over parallel calls, and finds the culprits when a call fails as a whole.</summary>
/// <remarks>A call that fails is repeated in halves, down to single members: the members that fail alone are reported, the others go on.</remarks>
internal sealed class ExternalEnsemble : IDisposable
{
    private const int FruitlessCalls = 12; // as many failures without any success mean that the solver does not work at all

    private readonly ExternalRequest _request;
    private readonly ExternalCalls _calls;
    private readonly ExternalSolverOptions _options;
    private readonly SemaphoreSlim _slots;
    private readonly CancellationTokenSource _stop;
    private readonly StateBatch _states;
    private readonly string?[] _faults;
    private int _succeeded, _failed;
    private ExceptionDispatchInfo? _abort;

    private ExternalEnsemble(ExternalRequest request, ExternalCalls calls, ExternalSolverOptions options, CancellationToken cancel)
    {
        (_request, _calls, _options) = (request, calls, options);
        _slots = new SemaphoreSlim(Slots(options));
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _states = new StateBatch(request.Layout, request.Members);
        _faults = new string?[request.Members];
    }

    /// <summary>Runs all members of a request.</summary>
    /// <param name="request">Starts, forcing and steps.</param>
    /// <param name="calls">Makes the calls.</param>
    /// <param name="options">Slots, states a call, largest value.</param>
    /// <param name="cancel">Kills the children.</param>
    /// <returns>The states, NaN for failed members, and their failures in member order.</returns>
    public static Forecast Run(ExternalRequest request, ExternalCalls calls, ExternalSolverOptions options, CancellationToken cancel)
    {
        if (request.Members == 0) return new Forecast(new StateBatch(request.Layout, 0), []);
        using var work = new ExternalEnsemble(request, calls, options, cancel);
        int slots = Slots(options);
        int each = options.StatesPerCall > 0 ? options.StatesPerCall : (request.Members + slots - 1) / slots;
        var parts = new List<Task>();
        for (int first = 0; first < request.Members; first += each)
            parts.Add(work.RunPartAsync(first, Math.Min(each, request.Members - first), earlier: null));
        Task.WhenAll(parts).GetAwaiter().GetResult();
        work._abort?.Throw();
        return work.Result();
    }

    public void Dispose()
    {
        _slots.Dispose();
        _stop.Dispose();
    }

    private static int Slots(ExternalSolverOptions options) => options.Slots > 0 ? options.Slots : Environment.ProcessorCount;

    private bool Hopeless => Volatile.Read(ref _succeeded) == 0 && Volatile.Read(ref _failed) >= FruitlessCalls;

    /// <summary>Runs consecutive members in one call, or in halves if that fails.</summary>
    /// <param name="first">First member.</param>
    /// <param name="count">Number of members.</param>
    /// <param name="earlier">Why a larger call with these members failed: what is reported where trying again is hopeless.</param>
    private async Task RunPartAsync(int first, int count, string? earlier)
    {
        string? fault = await CallAsync(first, count, earlier).ConfigureAwait(false);
        if (fault is null || _abort is not null) return;
        if (count == 1 || Hopeless)
        {
            _faults.AsSpan(first, count).Fill(fault);
            return;
        }
        int half = count / 2;
        await Task.WhenAll(RunPartAsync(first, half, fault), RunPartAsync(first + half, count - half, fault)).ConfigureAwait(false);
    }

    /// <summary>Calls once a slot is free; what no retry can mend stops all other calls.</summary>
    private async Task<string?> CallAsync(int first, int count, string? earlier)
    {
        try
        {
            await _slots.WaitAsync(_stop.Token).ConfigureAwait(false);
            try
            {
                return Hopeless && earlier is not null ? earlier : await CallNowAsync(first, count).ConfigureAwait(false);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (Exception error)
        {
            if (Interlocked.CompareExchange(ref _abort, ExceptionDispatchInfo.Capture(error), null) is null)
                await _stop.CancelAsync().ConfigureAwait(false);
            return null;
        }
    }

    private async Task<string?> CallNowAsync(int first, int count)
    {
        var (states, fault) = await _calls.CallAsync(_request.Part(first, count), _stop.Token).ConfigureAwait(false);
        if (states is null)
        {
            Interlocked.Increment(ref _failed);
            return fault;
        }
        Interlocked.Increment(ref _succeeded);
        states.Values.CopyTo(_states.Values.AsSpan(first * _request.Layout.Size));
        return null;
    }

    private Forecast Result()
    {
        var failures = new List<MemberFailure>();
        for (int member = 0; member < _request.Members; member++)
        {
            string? fault = _faults[member] ?? Invalid(_states.State(member), _options.LargestValue);
            if (fault is null) continue;
            failures.Add(new MemberFailure(member, fault));
            _states.State(member).Fill(double.NaN);
        }
        return new Forecast(_states, failures);
    }

    private static string? Invalid(ReadOnlySpan<double> state, double largest)
    {
        for (int i = 0; i < state.Length; i++)
        {
            if (Math.Abs(state[i]) <= largest) continue;
            return string.Create(CultureInfo.InvariantCulture, $"returned {state[i]:G4} at value {i} of {state.Length}");
        }
        return null;
    }
}
