using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>[1 Φ y]ᵀ[1 Φ y] as one array, upper triangle valid: a sum of groups is one vector addition.</summary>
/// <param name="Columns">Number of columns q of Φ.</param>
/// <param name="Stride">Length of a row of <paramref name="Values"/>, at least q + 2.</param>
/// <param name="Values">Row-major, <c>[q + 2, Stride]</c> or more rows.</param>
internal readonly record struct AugmentedMoments(int Columns, int Stride, double[] Values)
{
    private int Target => Columns + 1;

    /// <summary>The same as separate moments.</summary>
    public NormalEquations ToEquations()
    {
        var gram = new Matrix(Columns, Columns);
        var (moment, sums) = (new double[Columns], new double[Columns]);
        for (int i = 0; i < Columns; i++)
        {
            for (int j = i; j < Columns; j++) gram[i, j] = gram[j, i] = At(i + 1, j + 1);
            (moment[i], sums[i]) = (At(i + 1, Target), At(0, i + 1));
        }
        return new NormalEquations(gram, moment, At(Target, Target), sums, At(0, Target), (long)At(0, 0));
    }

    /// <summary>Packs moments tightly, Stride = q + 2.</summary>
    public static AugmentedMoments Of(NormalEquations data)
    {
        int stride = data.Columns + 2;
        var packed = new AugmentedMoments(data.Columns, stride, new double[stride * stride]);
        packed.At(0, 0) = data.Rows;
        packed.At(0, packed.Target) = data.TargetSum;
        packed.At(packed.Target, packed.Target) = data.TargetSquare;
        for (int i = 0; i < data.Columns; i++)
        {
            packed.At(0, i + 1) = data.ColumnSums[i];
            packed.At(i + 1, packed.Target) = data.Moment[i];
            for (int j = i; j < data.Columns; j++) packed.At(i + 1, j + 1) = data.Gram[i, j];
        }
        return packed;
    }

    private ref double At(int row, int column) => ref Values[(row * Stride) + column];
}
