using System.Numerics;
using System.Runtime.InteropServices;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>The equations of an <see cref="UnequalLayersModel"/> in Fourier space: q̂ <c>[2, Ny, Nx/2 + 1]</c> complex.</summary>
/// <remarks>Fluxes are multiplied on the grid itself, aliased, as in pyqg: the filter after each step removes what that leaves. Nyquist modes are zero.</remarks>
internal sealed class UnequalLayersSystem : IOdeSystem
{
    private const int Flow = 3, Flux = 2; // inputs of a layer: u, v, q; outputs: (u + U) q, v q
    private readonly UnequalLayersModel _model;
    private readonly AddedTendency? _added;
    private readonly PlaneProducts _fluxes;
    private readonly double[] _velocity, _gradient, _psi;

    public UnequalLayersSystem(UnequalLayersModel model, AddedTendency? added)
    {
        (_model, _added) = (model, added);
        _velocity = [model.Parameters.UpperVelocity, model.Parameters.LowerVelocity];
        _gradient = [model.Parameters.UpperGradient, model.Parameters.LowerGradient];
        _psi = new double[Size];
        _fluxes = PlaneProducts.Create(Grid, inputs: 2 * Flow, outputs: 2 * Flux, Multiply, padded: false);
    }

    public int Size => 2 * Grid.Transform.SpectrumSize;

    private PlaneGrid Grid => _model.Grid;

    public IOdeSystem Fork() => new UnequalLayersSystem(_model, _added);

    public void Tendency(ReadOnlySpan<double> state, Span<double> tendency)
    {
        ReadOnlySpan<Complex> q = MemoryMarshal.Cast<double, Complex>(state);
        Span<Complex> psi = MemoryMarshal.Cast<double, Complex>(_psi.AsSpan()), result = MemoryMarshal.Cast<double, Complex>(tendency);
        _model.Operators.StreamFunction(q, psi);
        for (int row = 0; row < 2 * Grid.Ny; row++) Fill(row / Grid.Ny, row % Grid.Ny, psi, q);
        _fluxes.Evaluate();
        result.Clear();
        for (int row = 0; row < 2 * Grid.Ny; row++) Assemble(row / Grid.Ny, row % Grid.Ny, psi, result);
        if (_added is not null) AddedTendencies.Add(_added, Grid, _psi, tendency);
    }

    private void Fill(int layer, int l, ReadOnlySpan<Complex> psi, ReadOnlySpan<Complex> q)
    {
        if (l == Grid.Ny / 2) return;
        Span<Complex> u = Input(layer, 0, l), v = Input(layer, 1, l), vorticity = Input(layer, 2, l);
        for (int k = 0; k < u.Length; k++)
        {
            Complex turned = Complex.ImaginaryOne * _fluxes.InputScale * psi[Mode(layer, l, k)];
            u[k] = -Grid.WaveNumbersY[l] * turned;
            v[k] = Grid.WaveNumbersX[k] * turned;
            vorticity[k] = _fluxes.InputScale * q[Mode(layer, l, k)];
        }
    }

    // -∂_x((u + U) q) - ∂_y(v q) - Q_y ∂_xψ, and below -r_ek ∇²ψ.
    private void Assemble(int layer, int l, ReadOnlySpan<Complex> psi, Span<Complex> tendency)
    {
        if (l == Grid.Ny / 2) return;
        ReadOnlySpan<Complex> along = Output(layer, 0, l), across = Output(layer, 1, l);
        double drag = layer == 0 ? 0 : _model.Parameters.BottomDrag, ky = Grid.WaveNumbersY[l];
        for (int k = 0; k < along.Length; k++)
        {
            double kx = Grid.WaveNumbersX[k];
            int mode = Mode(layer, l, k);
            Complex divergence = _fluxes.OutputScale * ((kx * along[k]) + (ky * across[k]));
            tendency[mode] = (-Complex.ImaginaryOne * (divergence + (_gradient[layer] * kx * psi[mode]))) + (drag * ((kx * kx) + (ky * ky)) * psi[mode]);
        }
    }

    private void Multiply(ReadOnlySpan<double> inputs, Span<double> outputs, int first)
    {
        int n = inputs.Length / (2 * Flow);
        for (int layer = 0; layer < 2; layer++)
        {
            var flow = inputs.Slice(layer * Flow * n, Flow * n);
            var flux = outputs.Slice(layer * Flux * n, Flux * n);
            for (int i = 0; i < n; i++)
            {
                flux[i] = (flow[i] + _velocity[layer]) * flow[(2 * n) + i];
                flux[n + i] = flow[n + i] * flow[(2 * n) + i];
            }
        }
    }

    private Span<Complex> Input(int layer, int field, int l) => MemoryMarshal.Cast<double, Complex>(_fluxes.Input((layer * Flow) + field, l));

    private ReadOnlySpan<Complex> Output(int layer, int flux, int l) => MemoryMarshal.Cast<double, Complex>(_fluxes.Output((layer * Flux) + flux, l));

    private int Mode(int layer, int l, int k) => (((layer * Grid.Ny) + l) * Grid.WaveNumbersX.Length) + k;
}
