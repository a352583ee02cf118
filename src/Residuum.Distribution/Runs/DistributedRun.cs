using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;
using Residuum.Distribution.Methods;
using Residuum.Distribution.Problems;
using Residuum.Numerics;
using Residuum.Numerics.Collectives;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Runs;

/// <summary>Runs a method over the workers of an objective: those of this rank work side by side, all messages are added in the order of the workers.</summary>
/// <remarks>x_t and the records are the same in every bit for any number of threads and ranks: a worker's draws are keyed by (seed, round, worker), and no
/// sum depends on who computed its parts.</remarks>
public sealed class DistributedRun
{
    private readonly IObjective _objective;
    private readonly DistributedMethod _method;
    private readonly ICompressor _compressor;
    private readonly DistributedRunOptions _options;
    private readonly WorkerBlock _block;
    private readonly MessageExchange _exchange;
    private readonly double[] _x, _lastX, _direction;
    private readonly double[][] _server, _means;
    private readonly List<RoundRecord> _records = [];

    /// <summary>A run that has not begun.</summary>
    /// <param name="objective">What is minimised.</param>
    /// <param name="method">The method.</param>
    /// <param name="compressor">What its messages go through.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="collectives">The ranks; null for this process alone.</param>
    /// <param name="threads">Threads of this rank; 0 for one a processor.</param>
    /// <exception cref="UserError">The compressor does not go with the method, or an option is out of range.</exception>
    public DistributedRun(IObjective objective, DistributedMethod method, ICompressor compressor, DistributedRunOptions options, ICollectives? collectives = null, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(compressor);
        ArgumentNullException.ThrowIfNull(options);
        int d = objective.Dimension;
        if (method.Refuses(compressor, d) is { } reason) throw new UserError($"{method.Name} can not work with this compressor", compressor.Name, reason);
        if (!(options.StepSize > 0 && double.IsFinite(options.StepSize))) throw new UserError("the step size", "step", $"{options.StepSize}", "a positive number");
        if (options.Weights is { } weights && weights.Count != objective.Workers) throw new UserError("the weights of the workers", "weights", $"{weights.Count}", $"{objective.Workers}");
        collectives ??= InProcessCollectives.Single;
        (_objective, _method, _compressor, _options) = (objective, method.For(compressor, d), compressor, options);
        _block = new WorkerBlock(objective, _method, compressor, options, collectives, threads);
        _exchange = new MessageExchange(_block, objective.Workers, d, collectives);
        (_x, _lastX, _direction) = (options.Start is null ? new double[d] : [.. options.Start], new double[d], new double[d]);
        _server = [.. _method.ServerBuffers.Select(_ => new double[d])];
        _means = [.. Enumerable.Range(0, _method.MessagesPerRound).Select(_ => new double[d])];
    }

    /// <summary>x_t.</summary>
    public ReadOnlySpan<double> X => _x;

    /// <summary>Rounds done.</summary>
    public int Round { get; private set; }

    /// <summary>The server's vectors, by the method's names.</summary>
    public IReadOnlyList<double[]> Server => _server;

    /// <summary>A vector that a worker of this rank remembers.</summary>
    /// <param name="worker">Worker.</param>
    /// <param name="buffer">Its place in <see cref="DistributedMethod.WorkerBuffers"/>.</param>
    public ReadOnlySpan<double> Remembered(int worker, int buffer) => _block.State(worker)[buffer];

    /// <summary>The state to go on from: what follows equals the run that was never interrupted, in every bit.</summary>
    public byte[] Checkpoint() => RunState.Write(Key, Round, _exchange.AllBits, _records, Vectors);

    /// <summary>Goes on where a state of the same run stands.</summary>
    /// <param name="state">What <see cref="Checkpoint"/> gave on this rank.</param>
    /// <exception cref="UserError">The state is of another run.</exception>
    public void Restore(byte[] state)
    {
        ArgumentNullException.ThrowIfNull(state);
        (Round, _exchange.AllBits) = RunState.Read(state, Key, _records, Vectors);
    }

    /// <summary>One round: gradients, messages, step.</summary>
    public void Step()
    {
        bool whole = Round == 0 ? _method.First == FirstMessage.WholeGradient : Coin.WholeGradients(_options.Seed, Round, _method.WholeRounds);
        _block.Work(Round, whole, _x, _lastX);
        _exchange.Gather(Round, whole);
        for (int part = 0; part < (whole ? 1 : _means.Length); part++) _exchange.Mean(part, _block.Weights, _means[part]);
        if (whole) _method.DirectionOfWholeGradients(_server, _means[0], _direction);
        else _method.Direction(_server, _means, _direction);
        if (_method.NeedsLastGradient) _x.CopyTo(_lastX, 0);
        TensorPrimitives.MultiplyAdd(_direction, -_options.StepSize, _x, _x);
        Round++;
    }

    /// <summary>Rounds until the target, the last round, or divergence.</summary>
    /// <param name="progress">Told of the rounds.</param>
    /// <param name="recorded">Told of every record, before its round's step.</param>
    /// <param name="cancel">Stops between rounds.</param>
    public RunTrace Execute(IProgress<Progress>? progress = null, Action<RoundRecord>? recorded = null, CancellationToken cancel = default)
    {
        for (; Round < _options.Rounds; Step())
        {
            cancel.ThrowIfCancellationRequested();
            if (IsDue && Record(recorded) is var stop and not RunStop.Rounds) return Trace(stop);
            if (progress is not null && Round % Math.Max(1, _options.Rounds / 100) == 0)
                progress.Report(new Progress(FormattableString.Invariant($"round {Round} of {_options.Rounds}"), (double)Round / _options.Rounds));
        }
        return Trace(_records.Count == 0 || _records[^1].Round < Round ? Record(recorded) : RunStop.Rounds);
    }

    /// <summary>f and |∇f|² at x_t, of all samples and without noise.</summary>
    public RoundRecord Measure()
    {
        var (value, square) = _exchange.Exact(_x);
        return new RoundRecord(Round, value, square, _objective is IKnownMinimum known ? known.Gap(_x) : double.NaN, _exchange.BitsUp, _exchange.Alpha);
    }

    private string Key => FormattableString.Invariant(
        $"{_method.Name} with {_compressor.Name} on {_objective.Name}, {_objective.Workers} workers ({_block.Mine.First} to {_block.Mine.End - 1} here), {_x.Length} numbers, step {_options.StepSize}, seed {_options.Seed}");

    private IEnumerable<double[]> Vectors => [_x, _lastX, .. _server, _block.Memory];

    // A resumed run has this round's record already.
    private bool IsDue => Round % _options.RecordEvery == 0 && (_records.Count == 0 || _records[^1].Round < Round);

    private RunTrace Trace(RunStop stop) => new([.. _x], _records, stop, Round, _exchange.BitsUp);

    private RunStop Record(Action<RoundRecord>? recorded)
    {
        var record = Measure();
        _records.Add(record);
        recorded?.Invoke(record);
        return Judge(record, _records[0]);
    }

    private RunStop Judge(RoundRecord record, RoundRecord first)
    {
        if (!double.IsFinite(record.Value) || !(record.GradientSquare <= _options.Divergence * Math.Max(1, first.GradientSquare))) return RunStop.Diverged;
        return _options.RelativeTarget > 0 && record.GradientSquare <= _options.RelativeTarget * first.GradientSquare ? RunStop.Target : RunStop.Rounds;
    }
}
