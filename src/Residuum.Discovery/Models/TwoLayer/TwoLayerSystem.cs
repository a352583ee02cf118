using System.Numerics;
using System.Numerics.Tensors;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Threading;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>The equations of a <see cref="TwoLayerModel"/> in Fourier space: q̂' <c>[2, Ny, Nx/2 + 1]</c> complex; L is the hyperdiffusion.</summary>
/// <remarks>Row by row where rows do not meet, transform by transform elsewhere; each stage is shared by a team, without allocation.</remarks>
internal sealed unsafe class TwoLayerSystem : ISemilinearSystem
{
    private const int Chunks = 8;
    private readonly TwoLayerModel _model;
    private readonly AddedTendency? _added;
    private readonly WorkTeam _team;
    private readonly LayerAdvection _advection;
    private readonly ProfileProduct? _sponge;
    private readonly double[] _beta, _psi, _damped, _forcing, _scratch;
    private readonly Action<int> _prepare, _transform, _assemble;
    private double* _state, _tendency; // during a call: spans can not be handed to the team's threads

    public TwoLayerSystem(TwoLayerModel model, AddedTendency? added, int threads = 1)
    {
        (_model, _added, _team) = (model, added, new WorkTeam(threads));
        var p = model.Parameters;
        double[]? topography = p.Hills.Any(height => height != 0) ? Topography.Of(Grid, p.Hills) : null;
        _advection = new LayerAdvection(model.Operators, topography);
        if (p.Sponge > 0) _sponge = new ProfileProduct(Grid, [.. EquilibriumJet.Sponge(Grid, p.JetWidth).Select(s => -p.Sponge * s)]);
        _beta = [.. Grid.WaveNumbersX.SelectMany((k, i) => Enumerable.Repeat(i == Grid.Nx / 2 ? 0 : -p.Beta * k, 2))]; // the Nyquist mode has no first derivative
        (_psi, _damped) = (new double[Size], new double[Size]);
        _scratch = new double[2 * Chunks * RowSize];
        _forcing = Forcing(topography);
        Symbol = [.. Enumerable.Repeat(model.Operators.K8, 2).SelectMany(k8 => k8).Select(k8 => new Complex(-p.Hyperdiffusion * k8, 0))];
        (_prepare, _transform, _assemble) = (Prepare, Transform, Assemble);
    }

    public int Size => 2 * Grid.Transform.SpectrumSize;

    public Complex[] Symbol { get; }

    private PlaneGrid Grid => _model.Grid;

    private int RowSize => Grid.Nx + 2;

    public ISemilinearSystem Fork() => new TwoLayerSystem(_model, _added);

    IOdeSystem IOdeSystem.Fork() => Fork();

    public void Tendency(ReadOnlySpan<double> state, Span<double> tendency)
    {
        Nonlinear(state, tendency);
        for (int i = 0; i < tendency.Length; i++) tendency[i] += Symbol[i / 2].Real * state[i];
    }

    public void Nonlinear(ReadOnlySpan<double> state, Span<double> tendency)
    {
        if (state.Length != Size || tendency.Length != Size) throw new ArgumentException($"{state.Length} and {tendency.Length} numbers for spectra of {Size}");
        fixed (double* from = state, to = tendency)
        {
            _state = from;
            _tendency = to;
            _team.Run(Chunks, _prepare);
            _team.Run(_advection.Inputs + (_sponge is null ? 0 : 2), _transform);
            _advection.Evaluate(_team);
            _team.Run(Chunks, _assemble);
        }
        if (_added is not null) AddedTendencies.Add(_added, Grid, _psi, tendency);
    }

    // ψ̂ of q̂', and of it the velocities.
    private void Prepare(int chunk)
    {
        var turned = Scratch(chunk, 0)[..Grid.Nx];
        for (int l = Grid.Ny * chunk / Chunks; l < Grid.Ny * (chunk + 1) / Chunks; l++)
        {
            for (int layer = 0; layer < 2; layer++)
            {
                var psi = Row(_psi, layer, l);
                TensorPrimitives.Multiply(Row(_state, 0, l), _model.Operators.Inverse(layer, 0, l), psi);
                TensorPrimitives.MultiplyAdd(Row(_state, 1, l), _model.Operators.Inverse(layer, 1, l), psi, psi);
                if (l == Grid.Ny / 2) continue;
                Turn(psi[..Grid.Nx], turned);
                _advection.Fill(layer, l, turned);
            }
        }
    }

    private void Transform(int share)
    {
        if (share < _advection.Inputs)
        {
            _advection.Expand(share);
            return;
        }
        int layer = share - _advection.Inputs;
        _sponge!.Of(new ReadOnlySpan<double>(_state + (layer * Size / 2), Size / 2), _damped.AsSpan(layer * Size / 2, Size / 2));
    }

    private void Assemble(int chunk)
    {
        var p = _model.Parameters;
        for (int l = Grid.Ny * chunk / Chunks; l < Grid.Ny * (chunk + 1) / Chunks; l++)
        {
            Span<double> scratch = Scratch(chunk, 0), shear = Scratch(chunk, 1);
            TensorPrimitives.Subtract(Row(_psi, 0, l), Row(_psi, 1, l), shear);
            for (int layer = 0; layer < 2; layer++)
            {
                Span<double> tendency = Row(_tendency, layer, l), psi = Row(_psi, layer, l);
                TensorPrimitives.Add(Row(_forcing, layer, l), Row(_damped, layer, l), tendency);
                TensorPrimitives.MultiplyAdd(shear, layer == 0 ? p.RelaxationRate : -p.RelaxationRate, tendency, tendency);
                Turn(psi, scratch);
                TensorPrimitives.MultiplyAdd(scratch, _beta, tendency, tendency);
                if (l != Grid.Ny / 2 && p.JacobianFactor != 0) _advection.Subtract(layer, l, p.JacobianFactor, tendency[..Grid.Nx], scratch[..Grid.Nx]);
                if (layer == 0) continue;
                TensorPrimitives.Multiply(psi, _model.Operators.Laplacian(l), scratch);
                TensorPrimitives.MultiplyAdd(scratch, -p.Friction, tendency, tendency);
            }
        }
    }

    // -τ_d2 ψ_R above; τ_d2 ψ_R and what the sponge does to the topography below.
    private double[] Forcing(double[]? topography)
    {
        double[] forcing = new double[Size], jet = Spectrum(_model.JetStreamFunction());
        TensorPrimitives.Multiply(jet, -_model.Parameters.JetRelaxationRate, forcing.AsSpan(0, Size / 2));
        var lower = forcing.AsSpan(Size / 2);
        if (topography is not null) _sponge?.Of(Spectrum(topography), lower);
        TensorPrimitives.MultiplyAdd(jet, _model.Parameters.JetRelaxationRate, lower, lower);
        return forcing;
    }

    private double[] Spectrum(double[] fields)
    {
        var spectra = new double[fields.Length / Grid.Points * Grid.Transform.SpectrumSize];
        Grid.Transform.Forward(fields, spectra);
        return spectra;
    }

    private Span<double> Row(double* spectra, int layer, int l) => new(spectra + (((layer * Grid.Ny) + l) * RowSize), RowSize);

    private Span<double> Row(double[] spectra, int layer, int l) => spectra.AsSpan(((layer * Grid.Ny) + l) * RowSize, RowSize);

    private Span<double> Scratch(int chunk, int row) => _scratch.AsSpan(((2 * chunk) + row) * RowSize, RowSize);

    // i times a row.
    private static void Turn(ReadOnlySpan<double> row, Span<double> turned)
    {
        for (int i = 0; i + 1 < row.Length; i += 2) (turned[i], turned[i + 1]) = (-row[i + 1], row[i]);
    }
}
