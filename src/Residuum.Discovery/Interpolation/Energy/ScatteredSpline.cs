using System.Numerics.Tensors;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>The trigonometric polynomials of least energy through sensors that stand anywhere.</summary>
/// <remarks>The kernel of the energy's inverse between sensors has a condition number of 1e20 and more at p = 6. Instead coefficients c minimise
/// cᵀ S c + μ |E c - v|², E the modes at the sensors, in rounds of augmented Lagrangians that bring the misfit to zero: the conditioning is that of the gaps.
/// Sensors closer than the grid resolves keep a small misfit where no smooth field meets both. Noise makes it one round with the μ that its variance gives.</remarks>
internal sealed class ScatteredSpline : ISensorOperator
{
    /// <summary>Largest matrix: 1.1 GB.</summary>
    private const int LargestSize = 12_000;

    private const int Rounds = 8;

    /// <summary>μ over the stiffness of the stiffest mode: a round then leaves a small part of the misfit, also where two sensors nearly coincide.</summary>
    private const double Stiffness = 1e4;

    private readonly RealModes _modes;
    private readonly Matrix _atSensors, _factor;
    private readonly double[] _energy, _scale;
    private readonly double _penalty;
    private readonly int _rounds;

    /// <param name="energy">The energy.</param>
    /// <param name="sensors">The sensors.</param>
    /// <param name="penalty">μ of readings with noise, met once and not exactly; none where null.</param>
    /// <exception cref="UserError">The grid has too many points.</exception>
    public ScatteredSpline(SpectralEnergy energy, SensorNetwork sensors, double? penalty = null)
    {
        _modes = RealModes.Of(energy.Grid);
        if (_modes.Count > LargestSize) throw TooLarge(energy.Grid);
        _energy = Energies(energy, _modes);
        _atSensors = _modes.At(sensors.X, sensors.Y);
        (_penalty, _rounds) = penalty is { } given ? (given, 1) : (Stiffness / sensors.Count, Rounds); // the largest energy is 1
        _factor = ModeGram.Of(_modes, sensors.X, sensors.Y);
        _scale = new double[_modes.Count];
        for (int i = 0; i < _scale.Length; i++) _scale[i] = 1 / Math.Sqrt((_penalty * _factor[i, i]) + _energy[i]);
        Scale();
        if (!Dense.TryCholesky(_factor)) throw new UserError("the spline through scattered sensors is not determined", $"{sensors.Count} sensors", remedy: "take a lower power");
    }

    /// <inheritdoc/>
    public IInterpolatedFields Apply(SensorValues readings, CancellationToken cancel)
    {
        var values = new Matrix(readings.Fields, readings.Sensors, (double[])readings.Values.Clone());
        double[] means = [.. Enumerable.Range(0, values.Rows).Select(field => TensorPrimitives.Sum<double>(values.Row(field)) / values.Columns)];
        for (int field = 0; field < values.Rows; field++) TensorPrimitives.Subtract(values.Row(field), means[field], values.Row(field));
        Matrix coefficients = Minimise(values, cancel);
        for (int field = 0; field < values.Rows; field++) coefficients[field, 0] += means[field];
        return new GridFields(_modes.Grid, _modes.ToGrid(coefficients));
    }

    /// <summary>Newton steps on cᵀSc + 2λ(v - Ec) + μ|v - Ec|², λ growing by μ times the misfit.</summary>
    private Matrix Minimise(Matrix values, CancellationToken cancel)
    {
        var coefficients = new Matrix(values.Rows, _modes.Count);
        Matrix misfit = values.Copy();
        Matrix multipliers = new(values.Rows, values.Columns), force = new(values.Rows, values.Columns);
        for (int round = 0; round < _rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            TensorPrimitives.MultiplyAdd(misfit.Values, _penalty, multipliers.Values, force.Values);
            Matrix step = Dense.Multiply(force, _atSensors);
            for (int field = 0; field < step.Rows; field++) Step(step.Row(field), coefficients.Row(field));
            Dense.CholeskySolve(_factor, step);
            for (int field = 0; field < step.Rows; field++) TensorPrimitives.MultiplyAdd<double>(step.Row(field), _scale, coefficients.Row(field), coefficients.Row(field));
            Matrix fitted = Dense.Multiply(coefficients, _atSensors, transposeB: true);
            TensorPrimitives.Subtract(values.Values, fitted.Values, misfit.Values);
            TensorPrimitives.MultiplyAdd(misfit.Values, _penalty, multipliers.Values, multipliers.Values);
        }
        return coefficients;
    }

    /// <summary>Scaled downhill direction: D (Eᵀ force - S c).</summary>
    private void Step(Span<double> force, ReadOnlySpan<double> coefficients)
    {
        for (int i = 0; i < force.Length; i++) force[i] = _scale[i] * (force[i] - (_energy[i] * coefficients[i]));
    }

    /// <summary>D (S + μ EᵀE) D in place of EᵀE.</summary>
    private void Scale() => Parallel.For(0, _factor.Rows, i =>
    {
        var row = _factor.Row(i)[..(i + 1)];
        TensorPrimitives.Multiply(row, _penalty * _scale[i], row);
        TensorPrimitives.Multiply(row, _scale.AsSpan(0, row.Length), row);
        row[i] += _energy[i] * _scale[i] * _scale[i];
    });

    private static double[] Energies(SpectralEnergy energy, RealModes modes)
    {
        int columns = (modes.Grid.Nx / 2) + 1;
        double[] waves = [.. modes.Numbers.Select(m => energy.Symbol[((m.Y < 0 ? m.Y + modes.Grid.Ny : m.Y) * columns) + m.X])];
        return [energy.Symbol[0], .. waves, .. waves];
    }

    private static UserError TooLarge(PlaneGrid grid) => new(
        "a spline through sensors between grid points needs a dense matrix of the grid's size", $"a grid of {grid.Nx} x {grid.Ny}", $"{grid.Points} points",
        $"at most {LargestSize}", "take a coarser grid, put the sensors on grid points, or take rbf");
}
