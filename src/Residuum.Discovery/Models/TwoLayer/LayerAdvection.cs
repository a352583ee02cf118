using System.Numerics.Tensors;
using Residuum.Numerics.Threading;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>The dealiased Jacobians of both layers from the velocities alone: four transforms to the fine grid and five back, in place of eight and two of
/// longer expressions.</summary>
/// <remarks>With u = -ψ_y, v = ψ_x: J(ψ, ∇²ψ) = (∂_xx - ∂_yy)(uv) + ∂_xy(v² - u²), and J(ψ_1, ψ_2) = u_1 v_2 - v_1 u_2, so that
/// J(ψ_1, q_1') = J(ψ_1, ∇²ψ_1) + F_1 J(ψ_1, ψ_2), J(ψ_2, q_2') = J(ψ_2, ∇²ψ_2) - F_2 J(ψ_1, ψ_2), J(ψ_2, R) = u_2 R_x + v_2 R_y.
/// These hold for the truncated products, as the fine grid holds every product of two modes. Without allocation; not for several threads at a time.</remarks>
internal sealed class LayerAdvection
{
    private const int Momentum = 2, Between = 4, Bottom = 5; // outputs: (uv, v² - u²) of each layer, u_1 v_2 - v_1 u_2, u_2 R_x + v_2 R_y
    private readonly PlaneGrid _grid;
    private readonly TwoLayerOperators _operators;
    private readonly PlaneProducts _products;
    private readonly double[]? _slopes; // R_x and R_y on the fine grid
    private readonly double[] _k, _kk; // of interleaved modes
    private readonly Action<int> _multiply, _cut;

    public LayerAdvection(TwoLayerOperators operators, double[]? topography)
    {
        (_grid, _operators) = (operators.Grid, operators);
        _k = [.. _grid.WaveNumbersX.SkipLast(1).SelectMany(k => new[] { k, k })];
        _kk = [.. _k.Select(k => k * k)];
        _products = PlaneProducts.Create(_grid, inputs: 4, outputs: topography is null ? Bottom : Bottom + 1, Multiply);
        if (topography is not null) _slopes = Slopes(topography);
        (_multiply, _cut) = (_products.Multiply, _products.Cut);
    }

    /// <summary>Number of inputs: u and v of each layer.</summary>
    public int Inputs => _products.Inputs;

    /// <summary>Fills the velocities of a layer in one row from iψ̂, Nx doubles.</summary>
    public void Fill(int layer, int l, ReadOnlySpan<double> turned)
    {
        TensorPrimitives.Multiply(turned, -_grid.WaveNumbersY[l] * _products.InputScale, _products.Input(2 * layer, l));
        var v = _products.Input((2 * layer) + 1, l);
        TensorPrimitives.Multiply(turned, _k, v);
        TensorPrimitives.Multiply(v, _products.InputScale, v);
    }

    /// <summary>Brings one input to the fine grid.</summary>
    public void Expand(int input) => _products.Expand(input);

    /// <summary>All that follows the inputs.</summary>
    public void Evaluate(WorkTeam team)
    {
        team.Run(_products.Shares, _multiply);
        team.Run(_products.Outputs, _cut);
    }

    /// <summary>Adds -factor Ĵ of a layer to one row of its tendency, Nx doubles.</summary>
    public void Subtract(int layer, int l, double factor, Span<double> tendency, Span<double> scratch)
    {
        factor *= _products.OutputScale;
        ReadOnlySpan<double> uv = _products.Output(Momentum * layer, l), difference = _products.Output((Momentum * layer) + 1, l);
        double along = _grid.WaveNumbersY[l];
        TensorPrimitives.Add(_kk, -along * along, scratch); // -(∂_xx - ∂_yy) is k² - l², -∂_xy is kl
        TensorPrimitives.Multiply(scratch, uv, scratch);
        TensorPrimitives.MultiplyAdd(scratch, factor, tendency, tendency);
        TensorPrimitives.Multiply(difference, _k, scratch);
        TensorPrimitives.MultiplyAdd(scratch, along * factor, tendency, tendency);
        TensorPrimitives.MultiplyAdd(_products.Output(Between, l), layer == 0 ? -_operators.Upper * factor : _operators.Lower * factor, tendency, tendency);
        if (layer == 1 && _slopes is not null) TensorPrimitives.MultiplyAdd(_products.Output(Bottom, l), -factor, tendency, tendency);
    }

    private void Multiply(ReadOnlySpan<double> inputs, Span<double> outputs, int first)
    {
        int n = inputs.Length / 4;
        ReadOnlySpan<double> u1 = inputs[..n], v1 = inputs[n..(2 * n)], u2 = inputs[(2 * n)..(3 * n)], v2 = inputs[(3 * n)..];
        Stresses(u1, v1, outputs[..n], outputs[n..(2 * n)]);
        Stresses(u2, v2, outputs[(2 * n)..(3 * n)], outputs[(3 * n)..(4 * n)]);
        var between = outputs[(4 * n)..(5 * n)];
        for (int i = 0; i < n; i++) between[i] = (u1[i] * v2[i]) - (v1[i] * u2[i]);
        if (_slopes is null) return;
        Span<double> dx = _slopes.AsSpan(first, n), dy = _slopes.AsSpan((_slopes.Length / 2) + first, n), bottom = outputs[(5 * n)..];
        for (int i = 0; i < n; i++) bottom[i] = (u2[i] * dx[i]) + (v2[i] * dy[i]);
    }

    private static void Stresses(ReadOnlySpan<double> u, ReadOnlySpan<double> v, Span<double> product, Span<double> difference)
    {
        TensorPrimitives.Multiply(u, v, product);
        for (int i = 0; i < difference.Length; i++) difference[i] = (v[i] - u[i]) * (v[i] + u[i]);
    }

    private double[] Slopes(double[] topography)
    {
        double[] slopes = new double[2 * _products.FineNx * _products.FineNy], spectrum = new double[_grid.Transform.SpectrumSize];
        var fine = PlaneProducts.Create(_grid, inputs: 2, outputs: 0, (inputs, _, first) =>
        {
            int n = inputs.Length / 2;
            inputs[..n].CopyTo(slopes.AsSpan(first));
            inputs[n..].CopyTo(slopes.AsSpan((slopes.Length / 2) + first));
        });
        for (int input = 0; input < 2; input++)
        {
            _grid.Transform.Forward(_grid.Derivative(topography, 1 - input, input), spectrum);
            for (int l = 0; l < _grid.Ny; l++)
            {
                if (l != _grid.Ny / 2) TensorPrimitives.Multiply(spectrum.AsSpan(l * (_grid.Nx + 2), _grid.Nx), fine.InputScale, fine.Input(input, l));
            }
        }
        fine.Evaluate();
        return slopes;
    }
}
