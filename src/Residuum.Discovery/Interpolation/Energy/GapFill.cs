using System.Numerics.Tensors;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>The fields of least energy with given values at some grid points: Q_mm ψ_m = -Q_mo ψ_o; observed values stay as they are.</summary>
/// <remarks>The block Q_mm of the missing points is far better conditioned than Q or than the kernel Q⁻¹ between sensors, as only gaps can hold
/// smooth fields that vanish at the sensors: 4e1, 2e2, 3e3 for 5, 10, 25 % missing at p = 6, where Q itself has 1e28.</remarks>
internal sealed class GapFill : ISensorOperator
{
    private readonly SpectralEnergy _energy;
    private readonly int[] _observed, _missing;
    private readonly IGapSolver _solver;

    /// <param name="energy">The energy.</param>
    /// <param name="observed">Grid points with sensors, ascending.</param>
    /// <param name="largestDense">Missing points up to which Q_mm is factored; conjugate gradients above.</param>
    public GapFill(SpectralEnergy energy, int[] observed, int largestDense)
    {
        (_energy, _observed) = (energy, observed);
        _missing = [.. Enumerable.Range(0, energy.Grid.Points).Except(observed)];
        _solver = _missing.Length <= largestDense && FactoredGaps.TryCreate(energy, _missing) is { } factored ? factored : new IteratedGaps(energy, _missing);
    }

    /// <inheritdoc/>
    public IInterpolatedFields Apply(SensorValues readings, CancellationToken cancel)
    {
        PlaneGrid grid = _energy.Grid;
        var fields = new Matrix(readings.Fields, grid.Points);
        var means = new double[readings.Fields];
        for (int field = 0; field < readings.Fields; field++) means[field] = Scatter(readings.Values.AsSpan(field * readings.Sensors, readings.Sensors), fields.Row(field));
        if (_missing.Length > 0) Fill(fields, cancel);
        for (int field = 0; field < readings.Fields; field++)
        {
            var row = fields.Row(field);
            TensorPrimitives.Add(row, means[field], row);
            for (int i = 0; i < _observed.Length; i++) row[_observed[i]] = readings.Values[(field * readings.Sensors) + i]; // exactly, not by way of the mean
        }
        return new GridFields(grid, fields.Values);
    }

    /// <summary>Readings less their mean, zeros between them.</summary>
    private double Scatter(ReadOnlySpan<double> readings, Span<double> field)
    {
        double mean = TensorPrimitives.Sum(readings) / readings.Length;
        for (int i = 0; i < _observed.Length; i++) field[_observed[i]] = readings[i] - mean;
        return mean;
    }

    private void Fill(Matrix fields, CancellationToken cancel)
    {
        var right = new Matrix(fields.Rows, _missing.Length);
        var gradient = new double[fields.Columns];
        for (int field = 0; field < fields.Rows; field++)
        {
            _energy.Gradient.Apply(fields.Row(field), gradient);
            for (int i = 0; i < _missing.Length; i++) right[field, i] = -gradient[_missing[i]];
        }
        _solver.Solve(right, cancel);
        for (int field = 0; field < fields.Rows; field++)
        {
            for (int i = 0; i < _missing.Length; i++) fields[field, _missing[i]] = right[field, i];
        }
    }
}
