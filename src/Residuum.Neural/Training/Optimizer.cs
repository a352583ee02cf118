using static TorchSharp.torch;

namespace Residuum.Neural.Training;

/// <summary>Changes weights by gradients. Its memory is a set of named tensors, so that a checkpoint holds all of it.</summary>
/// <remarks>torch's own rules, which the tests judge these by, keep their memory where no .NET program can read it by name, and L-BFGS's where none can at all.</remarks>
internal abstract class Optimizer : IDisposable
{
    private readonly SortedDictionary<string, Tensor> _state = new(StringComparer.Ordinal);

    /// <summary>Names and tensors of the memory.</summary>
    public IReadOnlyDictionary<string, Tensor> State => _state;

    public static Optimizer Create(TrainingOptions options) => options.Optimizer switch
    {
        OptimizerKind.Sgd => new GradientDescent(options),
        OptimizerKind.Lbfgs => new LimitedMemoryBfgs(options),
        _ => new Adam(options),
    };

    /// <summary>Changes the parameters; call it where no gradients are recorded.</summary>
    /// <param name="names">Names of the parameters.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">Gradient of each.</param>
    /// <param name="rate">Learning rate.</param>
    /// <param name="step">Step, from 0.</param>
    public abstract void Step(IReadOnlyList<string> names, IReadOnlyList<Tensor> parameters, IReadOnlyList<Tensor> gradients, double rate, long step);

    /// <summary>Replaces a tensor of the memory, which then owns it.</summary>
    public void Keep(string name, Tensor value)
    {
        if (_state.TryGetValue(name, out var before)) before.Dispose();
        _state[name] = value.DetachFromDisposeScope();
    }

    public void Dispose()
    {
        Clear();
        GC.SuppressFinalize(this);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var value in _state.Values) value.Dispose();
        _state.Clear();
    }

    /// <summary>A tensor of the memory; zeros of the parameter's shape at first.</summary>
    protected Tensor Memory(string name, Tensor like)
    {
        if (!_state.ContainsKey(name)) Keep(name, zeros_like(like, requires_grad: false));
        return _state[name];
    }

    /// <summary>Takes a tensor out of the memory, without disposing it.</summary>
    protected Tensor Release(string name)
    {
        _state.Remove(name, out var value);
        return value!;
    }
}
