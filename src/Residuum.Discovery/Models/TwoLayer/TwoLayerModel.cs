using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Two-layer quasi-geostrophic flow with an equilibrium jet, on a doubly periodic plane.</summary>
/// <remarks><code>
/// q_1 = ∇²ψ_1 - (ψ_1 - ψ_2) + βy,  q_2 = ∇²ψ_2 + (ψ_1 - ψ_2) + βy + R(x, y)
/// ∂_t q_1 = -J(ψ_1, q_1') - β∂_xψ_1 + τ_d1 (ψ_1 - ψ_2) - τ_d2 ψ_R - s(y) (q_1 - q̄_1) - ν (∂_x⁸ + ∂_y⁸) q_1
/// ∂_t q_2 = -J(ψ_2, q_2' + R) - β∂_xψ_2 - τ_d1 (ψ_1 - ψ_2) + τ_d2 ψ_R - s(y) (q_2 - q̄_2) - τ_f ∇²ψ_2 - ν (∂_x⁸ + ∂_y⁸) q_2
/// </code>
/// q' is q without βy and R: it is what is stepped, as βy would make a jump on the periodic domain. The bar is the zonal mean, J(a, b) = a_x b_y - a_y b_x.
/// Good values: 96 x 192 points on 46 x 68, ν = 1e-6, dt = 0.025; on 64 x 96 points ν = 5e-5, as the hyperdiffusion must reach the grid's scale.
/// Turbulent from 8,000 steps on. Source: Mojgani, Chattopadhyay, Hassanzadeh, J. Adv. Model. Earth Syst. 16, e2023MS004033 (2024); card medida-qg.</remarks>
public sealed class TwoLayerModel
{
    private readonly double[] _jet;
    private readonly Lazy<TimeStepper> _rungeKutta; // its coefficients take as long as a hundred steps

    /// <summary>A model.</summary>
    /// <param name="grid">Its grid.</param>
    /// <param name="parameters">Its coefficients; those of the paper where left out.</param>
    public TwoLayerModel(PlaneGrid grid, TwoLayerParameters? parameters = null)
        : this(new TwoLayerOperators(grid, 1, 1), parameters ?? new TwoLayerParameters())
    {
    }

    private TwoLayerModel(TwoLayerOperators operators, TwoLayerParameters parameters)
    {
        (Operators, Parameters) = (operators, parameters);
        _jet = EquilibriumJet.StreamFunction(Grid, Parameters.JetWidth);
        _rungeKutta = new Lazy<TimeStepper>(() => TimeStepper.Create(TimeScheme.Etdrk4, new TwoLayerSystem(this, added: null), Parameters.TimeStep));
    }

    /// <summary>Grid of every field.</summary>
    public PlaneGrid Grid => Operators.Grid;

    /// <summary>Coefficients.</summary>
    public TwoLayerParameters Parameters { get; }

    /// <summary>Transform of the grid.</summary>
    public PlaneTransform Transform => Grid.Transform;

    internal TwoLayerOperators Operators { get; }

    /// <summary>The published grid: 96 x 192 points on 46 x 68.</summary>
    /// <param name="nx">Points along x.</param>
    /// <param name="ny">Points along y.</param>
    public static PlaneGrid PublishedGrid(int nx = 96, int ny = 192) => PlaneGrid.Periodic(nx, ny, 46, 68);

    /// <summary>This model with other coefficients.</summary>
    /// <param name="parameters">Coefficients.</param>
    public TwoLayerModel With(TwoLayerParameters parameters) => new(Operators, parameters);

    /// <summary>q' of ψ.</summary>
    /// <param name="psi">ψ, <c>[states, 2, Ny, Nx]</c>.</param>
    public double[] PotentialVorticity(ReadOnlySpan<double> psi) => Invert(psi, Operators.PotentialVorticity);

    /// <summary>ψ of q'; its barotropic mean is zero.</summary>
    /// <param name="q">q', <c>[states, 2, Ny, Nx]</c>.</param>
    public double[] StreamFunction(ReadOnlySpan<double> q) => Invert(q, Operators.StreamFunction);

    /// <summary>ψ_R, the stream function of the equilibrium jet, <c>[Ny, Nx]</c>.</summary>
    public double[] JetStreamFunction() => (double[])_jet.Clone();

    /// <summary>What a layer's flow advects beside βy: q', in the lower layer with the topography, <c>[Ny, Nx]</c>.</summary>
    /// <param name="q">q', <c>[2, Ny, Nx]</c>.</param>
    /// <param name="layer">0 or 1.</param>
    public double[] AdvectedVorticity(ReadOnlySpan<double> q, int layer)
    {
        double[] advected = q.Slice(layer * Grid.Points, Grid.Points).ToArray();
        if (layer == 1) TensorPrimitives.Add(advected, Topography.Of(Grid, Parameters.Hills), advected);
        return advected;
    }

    /// <summary>A derivative, spectral.</summary>
    /// <param name="fields">Fields, <c>[fields, Ny, Nx]</c>.</param>
    /// <param name="orderX">Order along x.</param>
    /// <param name="orderY">Order along y.</param>
    public double[] Derivative(ReadOnlySpan<double> fields, int orderX, int orderY) => Grid.Derivative(fields, orderX, orderY);

    /// <summary>J(a, b) = a_x b_y - a_y b_x, dealiased as in the model's own equations, <c>[Ny, Nx]</c>.</summary>
    /// <param name="a">a, <c>[Ny, Nx]</c>.</param>
    /// <param name="b">b, <c>[Ny, Nx]</c>.</param>
    public double[] Jacobian(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double[] first = new double[Transform.SpectrumSize], second = new double[first.Length], result = new double[Grid.Points];
        Transform.Forward(a, first);
        Transform.Forward(b, second);
        new DealiasedJacobian(Grid).Of(first, second, first);
        Transform.Inverse(first, result);
        return result;
    }

    /// <summary>Fields as the implicit hyperdiffusion of one step leaves them: each mode divided by 1 + dt ν (k⁸ + l⁸).</summary>
    /// <param name="fields">Fields, <c>[fields, Ny, Nx]</c>.</param>
    public double[] Filter(ReadOnlySpan<double> fields) =>
        Grid.Apply(fields, [.. Operators.K8.Select(k8 => new Complex(1 / (1 + (Parameters.TimeStep * Parameters.Hyperdiffusion * k8)), 0))]);

    /// <summary>∂q'/∂t without the hyperdiffusion, <c>[2, Ny, Nx]</c>.</summary>
    /// <param name="q">q', <c>[2, Ny, Nx]</c>.</param>
    /// <param name="added">A further tendency.</param>
    public double[] Tendency(ReadOnlySpan<double> q, AddedTendency? added = null)
    {
        var system = new TwoLayerSystem(this, added);
        double[] spectra = new double[system.Size], tendency = new double[system.Size], result = new double[q.Length];
        Transform.Forward(q, spectra);
        system.Nonlinear(spectra, tendency);
        Transform.Inverse(tendency, result);
        return result;
    }

    /// <summary>One step of Euler's rule with implicit hyperdiffusion: the step that increments are taken with.</summary>
    /// <param name="q">q', <c>[2, Ny, Nx]</c>.</param>
    /// <param name="added">A further tendency.</param>
    /// <returns>q' one time step later.</returns>
    public double[] EulerStep(ReadOnlySpan<double> q, AddedTendency? added = null) => Run(q, 1, TimeScheme.SemiImplicitEuler, added);

    /// <summary>One fourth-order Runge-Kutta step; the hyperdiffusion is integrated exactly.</summary>
    /// <param name="q">q', <c>[2, Ny, Nx]</c>.</param>
    /// <param name="added">A further tendency.</param>
    /// <returns>q' one time step later.</returns>
    public double[] RungeKuttaStep(ReadOnlySpan<double> q, AddedTendency? added = null) => Run(q, 1, TimeScheme.Etdrk4, added);

    /// <summary>Steps a state.</summary>
    /// <param name="q">q', <c>[2, Ny, Nx]</c>.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="scheme">Time stepper; the leapfrog starts with Euler's rule.</param>
    /// <param name="added">A further tendency.</param>
    /// <returns>q' after the steps.</returns>
    /// <exception cref="NonFiniteException">The run overflowed.</exception>
    public double[] Run(ReadOnlySpan<double> q, int steps, TimeScheme scheme = TimeScheme.Leapfrog, AddedTendency? added = null)
    {
        double[] spectra = new double[q.Length / Grid.Points * Transform.SpectrumSize], result = new double[q.Length];
        Transform.Forward(q, spectra);
        var stepper = Stepper(scheme, added);
        for (int step = 0; step < steps; step++) stepper.Step(spectra);
        Transform.Inverse(spectra, result);
        return TensorPrimitives.IsFiniteAll<double>(result) ? result : throw new NonFiniteException("a run of the two-layer model: take a shorter step");
    }

    /// <summary>Steps the states of an ensemble, in parallel over the members.</summary>
    /// <param name="q">q', <c>[members, 2, Ny, Nx]</c>.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="scheme">Time stepper; the leapfrog starts with Euler's rule.</param>
    /// <param name="cancel">Stops between steps.</param>
    /// <returns>q' after the steps.</returns>
    /// <exception cref="NonFiniteException">A member overflowed.</exception>
    public double[] RunEnsemble(double[] q, int steps, TimeScheme scheme = TimeScheme.Leapfrog, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(q);
        int size = 2 * Grid.Points;
        if (q.Length == 0 || q.Length % size != 0) throw Ragged(q.Length, nameof(q));
        var result = new double[q.Length];
        var master = Stepper(scheme, threads: 1);
        Parallel.For(
            0,
            q.Length / size,
            new ParallelOptions { CancellationToken = cancel },
            () => (Stepper: master.Fork(), Spectra: new double[2 * Transform.SpectrumSize]),
            (member, _, own) =>
            {
                own.Stepper.Restart();
                Transform.Forward(q.AsSpan(member * size, size), own.Spectra);
                for (int step = 0; step < steps; step++)
                {
                    cancel.ThrowIfCancellationRequested();
                    own.Stepper.Step(own.Spectra);
                }
                Transform.Inverse(own.Spectra, result.AsSpan(member * size, size));
                return own;
            },
            _ => { });
        int lost = Enumerable.Range(0, q.Length / size).FirstOrDefault(member => !TensorPrimitives.IsFiniteAll<double>(result.AsSpan(member * size, size)), -1);
        return lost < 0 ? result : throw new NonFiniteException($"member {lost} of an ensemble of the two-layer model: take a shorter step");
    }

    /// <summary>A stepper of the spectra of q', <c>[2, Ny, Nx/2 + 1]</c> complex.</summary>
    /// <param name="scheme">Which scheme.</param>
    /// <param name="added">A further tendency.</param>
    /// <param name="threads">Threads that share a step; 0 for one a processor where the grid is large enough. The result does not depend on it.</param>
    public TimeStepper Stepper(TimeScheme scheme = TimeScheme.Leapfrog, AddedTendency? added = null, int threads = 0)
    {
        const int Small = 4096; // points, below which the threads cost more than they do
        var system = new TwoLayerSystem(this, added, threads == 0 && Grid.Points < Small ? 1 : threads);
        return scheme switch
        {
            TimeScheme.Leapfrog => TimeStepper.Leapfrog(system, Parameters.TimeStep, Parameters.RobertAsselin),
            TimeScheme.Etdrk4 => _rungeKutta.Value.Fork(system),
            _ => TimeStepper.Create(scheme, system, Parameters.TimeStep),
        };
    }

    private delegate void Inversion(ReadOnlySpan<Complex> from, Span<Complex> to);

    private double[] Invert(ReadOnlySpan<double> fields, Inversion operation)
    {
        if (fields.Length == 0 || fields.Length % (2 * Grid.Points) != 0) throw Ragged(fields.Length, nameof(fields));
        double[] spectra = new double[fields.Length / Grid.Points * Transform.SpectrumSize], result = new double[fields.Length];
        Transform.Forward(fields, spectra);
        var modes = MemoryMarshal.Cast<double, Complex>(spectra.AsSpan());
        operation(modes, modes);
        Transform.Inverse(spectra, result);
        return result;
    }

    private ArgumentException Ragged(int values, string name) => new($"{values} values are no states [2, {Grid.Ny}, {Grid.Nx}]", name);
}
