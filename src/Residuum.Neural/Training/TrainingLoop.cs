using Residuum.Numerics;
using Residuum.Numerics.Errors;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Residuum.Neural.Training;

/// <summary>Trains a network: draws mini-batches, takes gradients of a loss, hands them to whoever asked, and changes the weights.</summary>
/// <remarks>Equal bits for the same seed on the same machine; resumed from a checkpoint too. Torch splits its products by rows and columns alone, so that the
/// thread count was not seen to matter (1 to 8 threads); a loss that sums more than 32,768 terms to one number has last bits that depend on it.
/// A loss that draws random numbers must key them by <see cref="Batch.Step"/>: torch's own generator is no part of a checkpoint.</remarks>
public sealed class TrainingLoop : IDisposable
{
    private readonly nn.Module _network;
    private readonly Func<Batch, Tensor> _loss;
    private readonly TrainingOptions _options;
    private readonly long _seed;
    private readonly MiniBatches? _batches;
    private readonly Optimizer _optimizer;
    private readonly string[] _names;
    private readonly Parameter[] _parameters;
    private TrainingState _state = new();

    /// <summary>A run that begins at step 0.</summary>
    /// <param name="network">The network; its weights are changed.</param>
    /// <param name="samples">Number of samples that batches are drawn from.</param>
    /// <param name="loss">Mean loss of a batch, a scalar.</param>
    /// <param name="options">How it is trained.</param>
    /// <param name="seed">Seed of the mini-batches.</param>
    /// <exception cref="UserError">A batch larger than the number of samples.</exception>
    public TrainingLoop(nn.Module network, int samples, Func<Batch, Tensor> loss, TrainingOptions options, long seed)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(samples);
        if (options.BatchSize > samples) throw new UserError("a mini-batch is larger than the number of samples", "batch-size", $"{options.BatchSize}", $"at most {samples}");
        (_network, _loss, _options, _seed) = (network, loss, options, seed);
        _batches = options.BatchSize == 0 ? null : new MiniBatches(samples, options.BatchSize, seed);
        _optimizer = Optimizer.Create(options);
        var trained = network.named_parameters().Where(pair => pair.parameter.requires_grad).ToList();
        _names = [.. trained.Select(pair => pair.name)];
        _parameters = [.. trained.Select(pair => pair.parameter)];
    }

    /// <summary>Sees the gradients of every step before they change the weights, and may change them.</summary>
    public Action<Gradients>? AfterBackward { get; init; }

    /// <summary>Judges the network while it trains.</summary>
    public Validation? Validation { get; init; }

    /// <summary>Where the run is saved.</summary>
    public CheckpointPlan? Checkpoints { get; init; }

    /// <summary>Steps taken.</summary>
    public long Step => _state.Step;

    /// <summary>Goes on where a checkpoint stands: what follows equals the run that was never interrupted, in every bit.</summary>
    /// <param name="path">The checkpoint.</param>
    /// <exception cref="UserError">Not a checkpoint, or one of another network, seed or other options.</exception>
    public void Resume(string path)
    {
        var state = Checkpoint.Restore(path, _network, _optimizer, _options, _seed);
        _state.Dispose();
        _state = state;
    }

    /// <summary>Trains to the end.</summary>
    /// <param name="progress">Told of the steps.</param>
    /// <param name="cancel">Stops after a step; the run is saved first, where there is a plan for it.</param>
    /// <exception cref="NonFiniteException">The loss is not finite: names the step, and the parameter where one is not.</exception>
    public TrainingResult Run(IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        bool failed = false;
        while (Step < _options.Steps && !(failed = IsOutOfPatience()))
        {
            StopIfCancelled(cancel);
            using (NewDisposeScope()) _state.Losses.Add(Advance());
            if (Validation is not null && (Step % Validation.Every == 0 || Step == _options.Steps)) Judge(Validation);
            if (Checkpoints is not null && Step % Checkpoints.Every == 0) Save(Checkpoints.Path);
            if (progress is not null && Step % Math.Max(1, _options.Steps / 100) == 0) Report(progress);
        }
        RestoreBest();
        return new TrainingResult([.. _state.Losses], failed ? TrainingStop.Validation : TrainingStop.StepLimit,
            Validation is null ? double.NaN : _state.BestScore, Validation is null ? Step : _state.BestStep);
    }

    /// <summary>Writes a checkpoint, atomically.</summary>
    /// <param name="path">The file.</param>
    public void Save(string path) => Checkpoint.Save(path, _network, _optimizer, _state, _options, _seed);

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        _state.Dispose();
    }

    private double Advance()
    {
        var (loss, gradients) = MeanGradients();
        if (!double.IsFinite(loss)) throw NonFinite(gradients);
        using var _ = no_grad();
        AfterBackward?.Invoke(new Gradients(Step, loss, _names, _parameters, gradients));
        if (_options.ClipNorm > 0) Clip(gradients);
        _optimizer.Step(_names, _parameters, gradients, _options.RateAt(Step), Step);
        return loss;
    }

    private (double Loss, Tensor[] Gradients) MeanGradients()
    {
        var (loss, sum) = GradientsOf(0);
        for (int part = 1; part < _options.Accumulate; part++)
        {
            var (other, gradients) = GradientsOf(part);
            loss += other;
            for (int i = 0; i < sum.Length; i++) sum[i].add_(gradients[i]);
        }
        if (_options.Accumulate > 1) foreach (var gradient in sum) gradient.div_(_options.Accumulate);
        return (loss / _options.Accumulate, sum);
    }

    private (double Loss, Tensor[] Gradients) GradientsOf(int part)
    {
        var rows = _batches is null ? null : tensor(_batches.At((Step * _options.Accumulate) + part));
        var loss = _loss(new Batch(Step, rows));
        var gradients = autograd.grad([loss], [.. _parameters]);
        return (loss.ToDouble(), [.. gradients]);
    }

    private void Clip(Tensor[] gradients)
    {
        double norm = Math.Sqrt(gradients.Sum(gradient => gradient.square().sum(ScalarType.Float64).ToDouble()));
        if (norm > _options.ClipNorm) foreach (var gradient in gradients) gradient.mul_(_options.ClipNorm / norm);
    }

    private NonFiniteException NonFinite(Tensor[] gradients)
    {
        int weight = Array.FindIndex(_parameters, parameter => !parameter.isfinite().all().item<bool>());
        int gradient = Array.FindIndex(gradients, value => !value.isfinite().all().item<bool>());
        string where = weight >= 0 ? $", parameter {_names[weight]}" : gradient >= 0 ? $", gradient of parameter {_names[gradient]}" : "";
        return new NonFiniteException($"the loss at training step {Step}{where}");
    }

    private void StopIfCancelled(CancellationToken cancel)
    {
        if (!cancel.IsCancellationRequested) return;
        if (Checkpoints is not null) Save(Checkpoints.Path);
        cancel.ThrowIfCancellationRequested();
    }

    private bool IsOutOfPatience() => Validation is not null && _state.Waited >= Validation.Patience;

    private void Judge(Validation validation)
    {
        double score = validation.Score();
        if (double.IsNaN(score)) throw new NonFiniteException($"the validation after training step {Step}");
        _state.Waited = score < _state.BestScore ? 0 : _state.Waited + 1;
        if (_state.Waited > 0) return;
        (_state.BestScore, _state.BestStep) = (score, Step);
        for (int i = 0; i < _names.Length; i++) _state.KeepBest(_names[i], _parameters[i]);
    }

    private void RestoreBest()
    {
        using var _ = no_grad();
        for (int i = 0; i < _names.Length; i++)
        {
            if (_state.BestWeights.TryGetValue(_names[i], out var best)) _parameters[i].copy_(best);
        }
    }

    private void Report(IProgress<Progress> progress) =>
        progress.Report(new Progress(FormattableString.Invariant($"training step {Step} of {_options.Steps}, loss {_state.Losses[^1]:g3}"), (double)Step / _options.Steps));
}
