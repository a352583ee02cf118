using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>The equations of a <see cref="TwoLayerModel"/> in Fourier space: q̂' <c>[2, Ny, Nx/2 + 1]</c> complex; L is the hyperdiffusion.</summary>
internal sealed class TwoLayerSystem : ISemilinearSystem
{
    private readonly TwoLayerModel _model;
    private readonly AddedTendency? _added;
    private readonly DealiasedJacobian _jacobian;
    private readonly double[] _psi, _advected, _topography, _jet, _sponge, _values;

    public TwoLayerSystem(TwoLayerModel model, AddedTendency? added)
    {
        (_model, _added, _jacobian) = (model, added, new DealiasedJacobian(model.Grid));
        _psi = new double[Size];
        _values = new double[2 * Grid.Points];
        _advected = new double[Size / 2];
        _jet = Spectrum(model.JetStreamFunction());
        _topography = Spectrum(Topography.Of(Grid, model.Parameters.Hills));
        _sponge = [.. EquilibriumJet.Sponge(Grid, model.Parameters.JetWidth).Select(s => s * model.Parameters.Sponge)];
        Symbol = [.. Enumerable.Repeat(model.Operators.K8, 2).SelectMany(k8 => k8).Select(k8 => new Complex(-model.Parameters.Hyperdiffusion * k8, 0))];
    }

    public int Size => 2 * Grid.Transform.SpectrumSize;

    public Complex[] Symbol { get; }

    private PlaneGrid Grid => _model.Grid;

    public ISemilinearSystem Fork() => new TwoLayerSystem(_model, _added);

    IOdeSystem IOdeSystem.Fork() => Fork();

    public void Tendency(ReadOnlySpan<double> state, Span<double> tendency)
    {
        Nonlinear(state, tendency);
        for (int i = 0; i < tendency.Length; i++) tendency[i] += Symbol[i / 2].Real * state[i];
    }

    public void Nonlinear(ReadOnlySpan<double> state, Span<double> tendency)
    {
        _model.Operators.StreamFunction(MemoryMarshal.Cast<double, Complex>(state), MemoryMarshal.Cast<double, Complex>(_psi.AsSpan()));
        AddSponge(state, tendency);
        for (int layer = 0; layer < 2; layer++) AddJacobian(state, tendency, layer);
        AddLinear(MemoryMarshal.Cast<double, Complex>(tendency));
        if (_added is not null) AddFurther(tendency);
    }

    private void AddJacobian(ReadOnlySpan<double> state, Span<double> tendency, int layer)
    {
        int size = Size / 2;
        state.Slice(layer * size, size).CopyTo(_advected);
        if (layer == 1) TensorPrimitives.Add(_advected, _topography, _advected);
        _jacobian.Of(_psi.AsSpan(layer * size, size), _advected, _advected);
        var target = tendency.Slice(layer * size, size);
        TensorPrimitives.MultiplyAdd(_advected, -_model.Parameters.JacobianFactor, target, target);
    }

    // Replaces the tendency: q goes to the grid, where the sponge is a product, and back.
    private void AddSponge(ReadOnlySpan<double> state, Span<double> tendency)
    {
        state.CopyTo(tendency);
        int size = Size / 2;
        TensorPrimitives.Add(tendency.Slice(size, size), _topography, tendency.Slice(size, size));
        int modes = Grid.WaveNumbersX.Length;
        for (int row = 0; row < 2 * Grid.Ny; row++) tendency.Slice(2 * row * modes, 2).Clear(); // the zonal mean
        Grid.Transform.Inverse(tendency, _values);
        for (int row = 0; row < 2 * Grid.Ny; row++)
        {
            var values = _values.AsSpan(row * Grid.Nx, Grid.Nx);
            TensorPrimitives.Multiply(values, -_sponge[row % Grid.Ny], values);
        }
        Grid.Transform.Forward(_values, tendency);
    }

    private void AddLinear(Span<Complex> tendency)
    {
        var p = _model.Parameters;
        var psi = MemoryMarshal.Cast<double, Complex>(_psi.AsSpan());
        var jet = MemoryMarshal.Cast<double, Complex>(_jet.AsSpan());
        int modes = _model.Operators.Modes, nx = Grid.WaveNumbersX.Length;
        for (int i = 0; i < modes; i++)
        {
            double k = i % nx == nx - 1 ? 0 : Grid.WaveNumbersX[i % nx]; // the Nyquist mode has no first derivative
            Complex beta = new(0, -p.Beta * k), first = psi[i], second = psi[modes + i];
            Complex relaxation = (p.RelaxationRate * (first - second)) - (p.JetRelaxationRate * jet[i]);
            tendency[i] += (beta * first) + relaxation;
            tendency[modes + i] += (beta * second) - relaxation + (p.Friction * _model.Operators.K2[i] * second);
        }
    }

    private void AddFurther(Span<double> tendency)
    {
        double[] psi = new double[2 * Grid.Points], further = new double[psi.Length];
        Grid.Transform.Inverse(_psi, psi);
        _added!(psi, further);
        var spectra = Spectrum(further);
        TensorPrimitives.Add(tendency, spectra, tendency);
    }

    private double[] Spectrum(double[] fields)
    {
        var spectra = new double[fields.Length / Grid.Points * Grid.Transform.SpectrumSize];
        Grid.Transform.Forward(fields, spectra);
        return spectra;
    }
}
