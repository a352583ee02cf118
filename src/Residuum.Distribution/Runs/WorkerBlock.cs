using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;
using Residuum.Distribution.Methods;
using Residuum.Distribution.Problems;
using Residuum.Numerics.Collectives;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Threading;

namespace Residuum.Distribution.Runs;

/// <summary>The workers of one rank: their gradients, what they remember and what they send.</summary>
internal sealed class WorkerBlock
{
    /// <summary>Numbers of all gradients from which a second thread pays.</summary>
    private const long ParallelNumbers = 4096;

    private readonly IObjective _objective;
    private readonly DistributedMethod _method;
    private readonly ICompressor _compressor, _whole;
    private readonly DistributedRunOptions _options;
    private readonly WorkTeam _team;
    private readonly Message[][] _messages;
    private readonly double[][] _scratch;
    private readonly Action<int> _share, _exactShare;
    private readonly int _shares, _d, _buffers;
    private int _round;
    private bool _isWhole;
    private double[] _x = [], _last = [], _exact = [];

    public WorkerBlock(IObjective objective, DistributedMethod method, ICompressor compressor, DistributedRunOptions options, ICollectives ranks, int threads)
    {
        (_objective, _method, _compressor, _options) = (objective, method, compressor, options);
        _whole = new Identity { Precision = options.Values };
        Mine = Workers.Of(ranks.Rank, ranks.Size, objective.Workers);
        (_d, _buffers) = (objective.Dimension, method.WorkerBuffers.Count);
        Weights = options.Weights is null ? [.. Enumerable.Repeat(1.0 / objective.Workers, objective.Workers)] : [.. options.Weights];
        Memory = new double[checked(Mine.Count * _buffers * _d)];
        _messages = [.. Enumerable.Range(0, Mine.Count).Select(_ => Enumerable.Range(0, method.MessagesPerRound).Select(_ => new Message()).ToArray())];
        Encoded = [.. Enumerable.Range(0, Mine.Count).Select(_ => new BitWriter())];
        TakesPart = new bool[Mine.Count];
        Alphas = new double[Mine.Count];
        _team = new WorkTeam((long)Mine.Count * _d < ParallelNumbers ? 1 : threads);
        _shares = Math.Min(_team.Threads, Math.Max(1, Mine.Count));
        _scratch = [.. Enumerable.Range(0, _shares * 3).Select(_ => new double[_d])];
        (_share, _exactShare) = (Share, ExactShare);
    }

    /// <summary>Workers of this rank.</summary>
    public Workers Mine { get; }

    /// <summary>w_i of every worker of the run.</summary>
    public double[] Weights { get; }

    /// <summary>What the workers of this rank remember, worker by worker.</summary>
    public double[] Memory { get; }

    /// <summary>What each worker of this rank sends, encoded.</summary>
    public BitWriter[] Encoded { get; }

    /// <summary>Whether each worker of this rank took part in the round.</summary>
    public bool[] TakesPart { get; }

    /// <summary>1 - |C(v) - v|²/|v|² of each worker's message in this round; NaN where nothing was sent or not measured.</summary>
    public double[] Alphas { get; }

    /// <summary>The compressor of a round.</summary>
    public ICompressor CompressorOf(bool whole) => whole ? _whole : _compressor;

    /// <summary>Number of messages of a worker in a round.</summary>
    public int PartsOf(bool whole) => whole ? 1 : _method.MessagesPerRound;

    /// <summary>Key of a worker's draws.</summary>
    public Draw DrawOf(int round, int worker, int part) => new(_options.Seed, ((long)round * _method.MessagesPerRound) + part, worker);

    /// <summary>A message of a worker of this rank.</summary>
    public Message MessageOf(int worker, int part) => _messages[worker - Mine.First][part];

    /// <summary>What a worker of this rank remembers.</summary>
    public WorkerState State(int worker) => new(
        worker, _options.Weights is null ? 1 : 1 / (_objective.Workers * Weights[worker]), Memory.AsSpan((worker - Mine.First) * _buffers * _d, _buffers * _d), _d);

    /// <summary>Gradients, messages and memories of a round.</summary>
    public void Work(int round, bool whole, double[] x, double[] last)
    {
        (_round, _isWhole, _x, _last) = (round, whole, x, last);
        _team.Run(_shares, _share);
    }

    /// <summary>f_i(x) and ∇f_i(x) of each worker, without noise: d + 1 numbers a worker.</summary>
    public double[] Exact(double[] x)
    {
        if (_exact.Length == 0) _exact = new double[checked(Mine.Count * (_d + 1))];
        _x = x;
        _team.Run(_shares, _exactShare);
        return _exact;
    }

    private void Share(int share)
    {
        for (int i = From(share); i < From(share + 1); i++) Work(i, _scratch[3 * share], _scratch[(3 * share) + 1], _scratch[(3 * share) + 2]);
    }

    private void ExactShare(int share)
    {
        for (int i = From(share); i < From(share + 1); i++)
        {
            var numbers = _exact.AsSpan(i * (_d + 1), _d + 1);
            numbers[0] = _objective.Value(Mine.First + i, _x);
            _objective.Gradient(Mine.First + i, _x, null, numbers[1..]);
        }
    }

    private int From(int share) => (int)((long)Mine.Count * share / _shares);

    private void Work(int i, double[] gradient, double[] last, double[] toSend)
    {
        int worker = Mine.First + i;
        Encoded[i].Clear();
        Alphas[i] = double.NaN;
        TakesPart[i] = _round == 0 || Coin.TakesPart(_options.Seed, _round, worker, _objective.Workers, _options.Participation);
        if (!TakesPart[i]) return;
        var state = State(worker);
        Gradient(state, _x, gradient);
        if (_isWhole) SendWhole(state, i, gradient);
        else Send(state, i, gradient, last, toSend);
    }

    private void SendWhole(WorkerState state, int i, double[] gradient)
    {
        Compress(_whole, gradient, state.Worker, 0, _messages[i][0], Encoded[i]);
        _method.AfterWholeGradient(state, _messages[i][0].Values);
    }

    private void Send(WorkerState state, int i, double[] gradient, double[] last, double[] toSend)
    {
        if (_method.NeedsLastGradient) Gradient(state, _last, last);
        for (int part = 0; part < _messages[i].Length; part++)
        {
            _method.ToSend(state, gradient, _method.NeedsLastGradient ? last : [], part, toSend);
            Compress(_compressor, toSend, state.Worker, part, _messages[i][part], Encoded[i]);
            if (part == 0 && _options.MeasuresLoss && (_round + 1) % _options.RecordEvery == 0) Alphas[i] = toSend.AsSpan().ContainsAnyExcept(0) ? CompressionLoss.Measure(toSend, _messages[i][part]) : double.NaN;
        }
        _method.AfterSending(state, gradient, _messages[i]);
    }

    private void Gradient(WorkerState state, double[] x, double[] gradient)
    {
        _objective.Gradient(state.Worker, x, _options.IsStochastic ? new GradientSample(_options.Seed, _round, _options.Batch) : null, gradient);
        if (state.Scale != 1) TensorPrimitives.Multiply(gradient, state.Scale, gradient);
    }

    private void Compress(ICompressor compressor, double[] vector, int worker, int part, Message message, BitWriter writer)
    {
        try
        {
            compressor.Compress(vector, DrawOf(_round, worker, part), message);
        }
        catch (NonFiniteException error)
        {
            throw new NonFiniteException($"what worker {worker} sends in round {_round}: {error.Place}");
        }
        compressor.Encode(message, writer);
    }
}
