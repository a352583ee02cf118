using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Q_mm by its Cholesky factor: built from one transform, factored once, all fields in one solve.</summary>
internal sealed class FactoredGaps : IGapSolver
{
    private readonly Matrix _factor;

    private FactoredGaps(Matrix factor) => _factor = factor;

    /// <summary>The factor; null where rounding leaves Q_mm not positive definite.</summary>
    public static FactoredGaps? TryCreate(SpectralEnergy energy, int[] missing)
    {
        Matrix block = Block(energy, missing);
        return Dense.TryCholesky(block) ? new FactoredGaps(block) : null;
    }

    /// <inheritdoc/>
    public void Solve(Matrix rows, CancellationToken cancel) => Dense.CholeskySolve(_factor, rows);

    /// <summary>The lower triangle of Q_mm.</summary>
    private static Matrix Block(SpectralEnergy energy, int[] missing)
    {
        PlaneGrid grid = energy.Grid;
        double[] kernel = energy.Kernel();
        var block = new Matrix(missing.Length, missing.Length);
        Parallel.For(0, missing.Length, i =>
        {
            var row = block.Row(i);
            int x = missing[i] % grid.Nx, y = missing[i] / grid.Nx;
            for (int j = 0; j <= i; j++)
            {
                int dx = x - (missing[j] % grid.Nx), dy = y - (missing[j] / grid.Nx); // dy is never negative: points ascend
                row[j] = kernel[(dy * grid.Nx) + (dx < 0 ? dx + grid.Nx : dx)];
            }
        });
        return block;
    }
}
