using System.Numerics.Tensors;
using Residuum.Discovery.Models;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.TwoLayer;

/// <summary>A state with everything that candidate terms are made of; each field is computed once, when it is first asked for.</summary>
/// <remarks>Not for several threads at a time.</remarks>
public sealed class TwoLayerFields
{
    private readonly double[] _psi;
    private readonly Dictionary<(int Layer, int OrderX, int OrderY), double[]> _derivatives = [];
    private readonly Dictionary<int, double[]> _laplacians = [], _jacobians = [];
    private double[]? _vorticity, _jet, _y;

    /// <summary>A state of a model.</summary>
    /// <param name="model">The model: grid, inversion, dealiasing.</param>
    /// <param name="psi">ψ, <c>[2, Ny, Nx]</c>.</param>
    public TwoLayerFields(TwoLayerModel model, double[] psi)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(psi);
        if (psi.Length != 2 * model.Grid.Points) throw new ArgumentException($"{psi.Length} values for [2, {model.Grid.Ny}, {model.Grid.Nx}]", nameof(psi));
        (Model, _psi) = (model, psi);
    }

    /// <summary>The model.</summary>
    public TwoLayerModel Model { get; }

    /// <summary>Its grid.</summary>
    public PlaneGrid Grid => Model.Grid;

    /// <summary>ψ of both layers, <c>[2, Ny, Nx]</c>.</summary>
    public ReadOnlySpan<double> StreamFunctions => _psi;

    /// <summary>q' of both layers without βy and topography, <c>[2, Ny, Nx]</c>.</summary>
    public double[] PotentialVorticity => _vorticity ??= Model.PotentialVorticity(_psi);

    /// <summary>ψ_R, the stream function of the equilibrium jet, <c>[Ny, Nx]</c>.</summary>
    public double[] Jet => _jet ??= Model.JetStreamFunction();

    /// <summary>The coordinate y, <c>[Ny, Nx]</c>: a sawtooth on the periodic domain.</summary>
    public double[] Y => _y ??= [.. Enumerable.Range(0, Grid.Points).Select(i => Grid.Y[i / Grid.Nx])];

    /// <summary>ψ of a layer, <c>[Ny, Nx]</c>.</summary>
    /// <param name="layer">0 or 1.</param>
    public double[] Psi(int layer) => Derivative(layer, 0, 0);

    /// <summary>∂_x^m ∂_y^n ψ of a layer, <c>[Ny, Nx]</c>.</summary>
    /// <param name="layer">0 or 1.</param>
    /// <param name="orderX">m.</param>
    /// <param name="orderY">n.</param>
    public double[] Derivative(int layer, int orderX, int orderY)
    {
        if (_derivatives.TryGetValue((layer, orderX, orderY), out double[]? known)) return known;
        double[] psi = _psi.AsSpan(layer * Grid.Points, Grid.Points).ToArray();
        return _derivatives[(layer, orderX, orderY)] = orderX == 0 && orderY == 0 ? psi : Model.Derivative(psi, orderX, orderY);
    }

    /// <summary>∇²ψ of a layer, <c>[Ny, Nx]</c>.</summary>
    /// <param name="layer">0 or 1.</param>
    public double[] Laplacian(int layer) => Kept(_laplacians, layer, () => Laplacian(Psi(layer)));

    /// <summary>J(ψ_k, q_k'), dealiased as the model's, <c>[Ny, Nx]</c>; in the lower layer with the topography.</summary>
    /// <param name="layer">0 or 1.</param>
    public double[] Jacobian(int layer) => Kept(_jacobians, layer, () => Model.Jacobian(Psi(layer), Model.AdvectedVorticity(PotentialVorticity, layer)));

    /// <summary>∇² of a field, <c>[Ny, Nx]</c>.</summary>
    /// <param name="field">The field.</param>
    public double[] Laplacian(double[] field)
    {
        double[] sum = Model.Derivative(field, 2, 0);
        TensorPrimitives.Add<double>(sum, Model.Derivative(field, 0, 2), sum);
        return sum;
    }

    private static double[] Kept(Dictionary<int, double[]> fields, int layer, Func<double[]> make) =>
        fields.TryGetValue(layer, out double[]? known) ? known : fields[layer] = make();
}
