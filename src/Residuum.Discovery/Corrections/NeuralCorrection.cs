using Residuum.Discovery.Models;
using Residuum.Neural.Layers;
using Residuum.Neural.Training;
using Residuum.Neural.Weights;
using Residuum.Numerics;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;
using TorchSharp;
using static TorchSharp.torch;

namespace Residuum.Discovery.Corrections;

/// <summary>A network that gives the tendency which a model lacks, trained on the increments that MEDIDA regresses: the baseline of its claims (medida-qg, Baselines).</summary>
public sealed class NeuralCorrection : IDisposable
{
    private readonly CorrectionInputs _inputs;
    private readonly PlaneScaling _inputScaling, _targetScaling;
    private readonly ConvolutionStack _network;

    private NeuralCorrection(CorrectionInputs inputs, PlaneScaling inputScaling, PlaneScaling targetScaling, ConvolutionStack network) =>
        (_inputs, _inputScaling, _targetScaling, _network) = (inputs, inputScaling, targetScaling, network);

    /// <summary>How the training went.</summary>
    public required TrainingResult Training { get; init; }

    /// <summary>Trains a correction.</summary>
    /// <param name="grid">Grid of every field.</param>
    /// <param name="psi">States ψ, <c>[pairs, layers, Ny, Nx]</c>.</param>
    /// <param name="increments">Increments h of them, in the same shape.</param>
    /// <param name="layers">Layers of the flow.</param>
    /// <param name="options">Network and training.</param>
    /// <param name="seed">Seed of the first weights.</param>
    /// <param name="known">Fields that never change and are inputs too, such as ψ_R, <c>[fields, Ny, Nx]</c>.</param>
    /// <param name="progress">Told of the steps.</param>
    /// <param name="cancel">Stops between steps.</param>
    /// <exception cref="UserError">The cut leaves no points.</exception>
    /// <exception cref="NonFiniteException">An input is not finite, or the training diverged.</exception>
    public static NeuralCorrection Fit(
        PlaneGrid grid,
        double[] psi,
        double[] increments,
        int layers,
        NeuralCorrectionOptions options,
        long seed,
        double[]? known = null,
        IProgress<Progress>? progress = null,
        CancellationToken cancel = default)
    {
        Check(grid, psi, increments, layers);
        var inputs = new CorrectionInputs(grid, layers, options.Vorticity, known ?? []);
        int[] inside = inputs.Inside(options.Cut);
        double[] fields = inputs.Of(psi);
        PlaneScaling inputScaling = PlaneScaling.Of(fields, inputs.Channels, grid.Points, inside), targetScaling = PlaneScaling.Of(increments, layers, grid.Points, inside);
        int[] channels = [inputs.Channels, .. Enumerable.Repeat(options.Channels, options.HiddenLayers), layers];
        var network = new ConvolutionStack(channels, options.Sizes, Activation.Gelu, seed);
        using var scope = NewDisposeScope();
        var x = tensor(inputScaling.Scale(fields, grid.Points)).view(-1, inputs.Channels, grid.Ny, grid.Nx);
        var y = tensor(targetScaling.Scale(increments, grid.Points)).view(-1, layers, grid.Points);
        var training = Train(network, x, y, tensor(Array.ConvertAll(inside, point => (long)point)), options, seed, progress, cancel);
        return new NeuralCorrection(inputs, inputScaling, targetScaling, network) { Training = training };
    }

    /// <summary>h of states.</summary>
    /// <param name="psi">ψ, <c>[states, layers, Ny, Nx]</c>.</param>
    /// <returns>h, <c>[states, layers, Ny, Nx]</c>; a layer whose increments were all nothing gets nothing.</returns>
    public double[] Tendency(ReadOnlySpan<double> psi)
    {
        var grid = _inputs.Grid;
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var output = _network.forward(tensor(_inputScaling.Scale(_inputs.Of(psi), grid.Points)).view(-1, _inputs.Channels, grid.Ny, grid.Nx)).contiguous();
        double[] h = new double[psi.Length];
        var values = output.data<float>();
        for (int i = 0; i < h.Length; i++)
        {
            int layer = i / grid.Points % _inputs.Layers;
            h[i] = _targetScaling.Means[layer] + (_targetScaling.IsEmpty(layer) ? 0 : _targetScaling.Deviations[layer] * values[i]);
        }
        return h;
    }

    /// <summary>Adds h to a model's tendency: an <see cref="AddedTendency"/>.</summary>
    /// <param name="psi">ψ, <c>[layers, Ny, Nx]</c>.</param>
    /// <param name="tendency">Added to.</param>
    public void AddTo(double[] psi, Span<double> tendency) => System.Numerics.Tensors.TensorPrimitives.Add(tendency, Tendency(psi), tendency);

    /// <summary>Writes the weights as safetensors.</summary>
    /// <param name="path">The file.</param>
    public void Save(string path) => ModuleWeights.Save(_network, path);

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private static TrainingResult Train(
        ConvolutionStack network, Tensor x, Tensor y, Tensor inside, NeuralCorrectionOptions options, long seed, IProgress<Progress>? progress, CancellationToken cancel)
    {
        long pairs = x.shape[0], heldOut = pairs > 2 * options.HeldOutPairs ? options.HeldOutPairs : 0, trained = pairs - heldOut;
        Tensor Loss(long from, long count) =>
            (network.forward(x.narrow(0, from, count)).flatten(2).index_select(2, inside) - y.narrow(0, from, count).index_select(2, inside)).square().mean();
        double Judge()
        {
            using var scope = NewDisposeScope();
            using var _ = no_grad();
            return Loss(trained, heldOut).ToDouble();
        }
        using var loop = new TrainingLoop(network, (int)trained, _ => Loss(0, trained), options.Training, seed)
        {
            Validation = heldOut == 0 ? null : new Validation(Judge, Every: 10, Patience: int.MaxValue),
        };
        return loop.Run(progress, cancel);
    }

    private static void Check(PlaneGrid grid, double[] psi, double[] increments, int layers)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(psi);
        ArgumentNullException.ThrowIfNull(increments);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layers);
        if (psi.Length == 0 || psi.Length % (layers * grid.Points) != 0 || increments.Length != psi.Length)
            throw new ArgumentException($"{psi.Length} values of states and {increments.Length} of increments for [pairs, {layers}, {grid.Ny}, {grid.Nx}]", nameof(increments));
        foreach (var (name, values) in new[] { ("state", psi), ("increment", increments) })
        {
            int wrong = Array.FindIndex(values, value => !double.IsFinite(value));
            if (wrong >= 0) throw new NonFiniteException($"the {name} of pair {wrong / layers / grid.Points}, layer {(wrong / grid.Points % layers) + 1}");
        }
    }
}
