using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Two layers of unequal depth below a mean shear, on a doubly periodic plane: pyqg's QGModel, in metres and seconds.</summary>
/// <remarks><code>
/// q_1 = ∇²ψ_1 - F_1 (ψ_1 - ψ_2),  q_2 = ∇²ψ_2 + F_2 (ψ_1 - ψ_2),  F_1 = 1/(r_d² (1 + δ)),  F_2 = δ F_1
/// ∂_t q_k = -∂_x((u_k + U_k) q_k) - ∂_y(v_k q_k) - Q_k ∂_xψ_k - (k = 2) r_ek ∇²ψ_2
/// Q_1 = β + F_1 (U_1 - U_2),  Q_2 = β - F_2 (U_1 - U_2)
/// </code>
/// ψ and q are departures from the mean flow. Each step ends with the filter exp(-a (κ - 0.65π)⁴), κ > 0.65π in radians a grid step.
/// Good values: 64² points on 1e6 m, r_d = 15 km. Not for walls or topography; products are aliased, and the filter is the only small-scale dissipation.
/// Source: pyqg, QGModel; the filter of Arbic and Flierl, J. Phys. Oceanogr. 34, 2257 (2004).</remarks>
public sealed class UnequalLayersModel
{
    private const double FilterStart = 0.65 * Math.PI;

    private readonly SpectralMultiplier _filter;

    /// <summary>A model.</summary>
    /// <param name="grid">Its grid, in metres.</param>
    /// <param name="parameters">Its coefficients; those of pyqg where left out.</param>
    public UnequalLayersModel(PlaneGrid grid, UnequalLayersParameters? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        (Grid, Parameters) = (grid, parameters ?? new UnequalLayersParameters());
        Operators = new TwoLayerOperators(grid, Parameters.UpperStretching, Parameters.LowerStretching);
        _filter = new SpectralMultiplier(grid.Symbol((k, l) => new Complex(Filter(k * grid.StepX, l * grid.StepY), 0)));
    }

    /// <summary>Grid of every field.</summary>
    public PlaneGrid Grid { get; }

    /// <summary>Coefficients.</summary>
    public UnequalLayersParameters Parameters { get; }

    internal TwoLayerOperators Operators { get; }

    /// <summary>This model with other coefficients.</summary>
    /// <param name="parameters">Coefficients.</param>
    public UnequalLayersModel With(UnequalLayersParameters parameters) => new(Grid, parameters);

    /// <summary>q of ψ.</summary>
    /// <param name="psi">ψ, <c>[2, Ny, Nx]</c>.</param>
    public double[] PotentialVorticity(ReadOnlySpan<double> psi) => Through(psi, spectra => Operators.PotentialVorticity(Modes(spectra), Modes(spectra)));

    /// <summary>ψ of q; its barotropic mean is zero.</summary>
    /// <param name="q">q, <c>[2, Ny, Nx]</c>.</param>
    public double[] StreamFunction(ReadOnlySpan<double> q) => Through(q, spectra => Operators.StreamFunction(Modes(spectra), Modes(spectra)));

    /// <summary>∂q/∂t, without the filter.</summary>
    /// <param name="q">q, <c>[2, Ny, Nx]</c>.</param>
    /// <param name="added">A further tendency.</param>
    public double[] Tendency(ReadOnlySpan<double> q, AddedTendency? added = null) => Through(q, spectra =>
    {
        var system = new UnequalLayersSystem(this, added);
        system.Tendency((double[])spectra.Clone(), spectra);
    });

    /// <summary>Steps a state.</summary>
    /// <param name="q">q, <c>[2, Ny, Nx]</c>.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="scheme">Time stepper; Adams-Bashforth starts with Euler's rule.</param>
    /// <param name="watch">Sees q, <c>[2, Ny, Nx]</c>, before each step.</param>
    /// <param name="added">A further tendency.</param>
    /// <returns>q after the steps.</returns>
    /// <exception cref="NonFiniteException">The run overflowed.</exception>
    public double[] Run(
        ReadOnlySpan<double> q, int steps, TimeScheme scheme = TimeScheme.AdamsBashforth2, Action<double[]>? watch = null, AddedTendency? added = null) => Through(q, spectra =>
    {
        var stepper = TimeStepper.Create(scheme, new UnequalLayersSystem(this, added), Parameters.TimeStep);
        var state = new double[2 * Grid.Points];
        for (int step = 0; step < steps; step++)
        {
            if (watch is not null)
            {
                Grid.Transform.Inverse(spectra, state);
                watch(state);
            }
            stepper.Step(spectra);
            _filter.Multiply(spectra, spectra);
        }
        if (!TensorPrimitives.IsFiniteAll<double>(spectra)) throw new NonFiniteException("a run of unequal layers: take a shorter step");
    });

    private double Filter(double x, double y)
    {
        double wave = Math.Sqrt((x * x) + (y * y));
        return wave <= FilterStart ? 1 : Math.Exp(-Parameters.FilterFactor * Math.Pow(wave - FilterStart, 4));
    }

    private double[] Through(ReadOnlySpan<double> fields, Action<double[]> change)
    {
        if (fields.Length != 2 * Grid.Points) throw new ArgumentException($"{fields.Length} values for a state [2, {Grid.Ny}, {Grid.Nx}]", nameof(fields));
        double[] spectra = new double[2 * Grid.Transform.SpectrumSize], result = new double[fields.Length];
        Grid.Transform.Forward(fields, spectra);
        change(spectra);
        Grid.Transform.Inverse(spectra, result);
        return result;
    }

    private static Span<Complex> Modes(double[] spectra) => MemoryMarshal.Cast<double, Complex>(spectra.AsSpan());
}
