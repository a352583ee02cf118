using System.Numerics.Tensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Q_mm by conjugate gradients, each product two transforms, for more missing points than a dense matrix can hold.</summary>
/// <remarks>Preconditioned by the block of (Q + σ)⁻¹: without σ the smooth modes, which gaps can not hold, would rule it. Measured on half the
/// points missing: 1,650 steps at σ = 1e-3 and p = 6, 3,200 without.</remarks>
internal sealed class IteratedGaps : IGapSolver
{
    private const double Shift = 1e-3, Tolerance = 1e-12;
    private const int MaxSteps = 20_000;

    private readonly PlaneGrid _grid;
    private readonly PlaneFilter _energy, _smoother;
    private readonly int[] _missing;

    public IteratedGaps(SpectralEnergy energy, int[] missing)
    {
        (_grid, _energy, _missing) = (energy.Grid, energy.Gradient, missing);
        _smoother = new PlaneFilter(energy.Grid, [.. energy.Symbol.Select(s => 1 / (s + Shift))]);
    }

    /// <inheritdoc/>
    /// <exception cref="UserError">The iteration does not converge.</exception>
    public void Solve(Matrix rows, CancellationToken cancel) => Parallel.For(0, rows.Rows, new ParallelOptions { CancellationToken = cancel }, row => SolveRow(rows.Row(row), cancel));

    private void SolveRow(Span<double> b, CancellationToken cancel)
    {
        double[] x = new double[b.Length], r = b.ToArray(), z = new double[b.Length], Qp = new double[b.Length], field = new double[_grid.Points];
        double goal = Tolerance * TensorPrimitives.Norm<double>(r);
        if (goal == 0) return;
        Apply(_smoother, r, z, field);
        double[] p = [.. z];
        double rz = TensorPrimitives.Dot<double>(r, z);
        for (int step = 0; TensorPrimitives.Norm<double>(r) > goal; step++)
        {
            cancel.ThrowIfCancellationRequested();
            if (step == MaxSteps) throw NoConvergence(b.Length);
            Apply(_energy, p, Qp, field);
            double alpha = rz / TensorPrimitives.Dot<double>(p, Qp);
            TensorPrimitives.MultiplyAdd(p, alpha, x, x);
            TensorPrimitives.MultiplyAdd(Qp, -alpha, r, r);
            Apply(_smoother, r, z, field);
            double next = TensorPrimitives.Dot<double>(r, z);
            TensorPrimitives.MultiplyAdd(p, next / rz, z, p);
            rz = next;
        }
        x.CopyTo(b);
    }

    private static UserError NoConvergence(int missing) =>
        new("the fill of gaps does not converge", $"{missing} missing grid points", $"{MaxSteps} steps of conjugate gradients", "a residual of 1e-12", "take a lower power, or more sensors");

    private void Apply(PlaneFilter filter, double[] missing, double[] result, double[] field)
    {
        Array.Clear(field);
        for (int i = 0; i < missing.Length; i++) field[_missing[i]] = missing[i];
        filter.Apply(field, field);
        for (int i = 0; i < missing.Length; i++) result[i] = field[_missing[i]];
    }
}
