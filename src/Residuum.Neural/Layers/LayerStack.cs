using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Residuum.Neural.Layers;

/// <summary>Layers of one kind with an activation between them, none behind the last.</summary>
/// <typeparam name="TLayer">Kind of layer.</typeparam>
public abstract class LayerStack<TLayer> : nn.Module<Tensor, Tensor>
    where TLayer : nn.Module<Tensor, Tensor>
{
    private readonly TLayer[] _layers;

    /// <summary>A stack.</summary>
    /// <param name="name">Name of the module.</param>
    /// <param name="activation">What stands between the layers.</param>
    /// <param name="layers">The layers, first to last.</param>
    private protected LayerStack(string name, Activation activation, IEnumerable<TLayer> layers)
        : base(name)
    {
        (Activation, _layers) = (activation, [.. layers]);
        register_module("layers", new ModuleList<TLayer>(_layers));
    }

    /// <summary>What stands between the layers.</summary>
    public Activation Activation { get; }

    /// <summary>The layers, first to last.</summary>
    public IReadOnlyList<TLayer> Layers => _layers;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var x = _layers[0].forward(input);
        foreach (var layer in _layers.AsSpan(1)) x = layer.forward(Activation.Of(x));
        return x.MoveToOuterDisposeScope();
    }
}
