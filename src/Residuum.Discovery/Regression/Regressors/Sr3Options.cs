using Residuum.Numerics.Options;

namespace Residuum.Discovery.Regression;

/// <summary>Norm of a penalty.</summary>
public enum PenaltyNorm
{
    /// <summary>Number of columns: a hard threshold √(2λν).</summary>
    L0,

    /// <summary>Sum of absolute values: a soft threshold λν.</summary>
    L1,
}

/// <summary>Options of sparse relaxed regularized regression.</summary>
public sealed record Sr3Options
{
    /// <summary>λ.</summary>
    [Option("Weight of the penalty; 0.005 with a coupling of 1 is a hard threshold of 0.1.", Range = "[0, inf)", Source = "medida-product, Sparse regression suite: PySINDy")]
    public double Penalty { get; init => field = Require.Declared(this, value); } = 0.005;

    /// <summary>ν.</summary>
    [Option("Distance allowed between the fitted and the sparse coefficients.", Range = "(0, inf)", Source = "medida-product, Sparse regression suite: PySINDy")]
    public double Coupling { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>R.</summary>
    [Option("Norm of the penalty.", Source = "medida-product, Sparse regression suite: PySINDy")]
    public PenaltyNorm Norm { get; init; } = PenaltyNorm.L0;

    /// <summary>Largest change of a coefficient at rest.</summary>
    [Option("The iteration rests when no coefficient changes by more.", Range = "(0, inf)", Source = "PySINDy")]
    public double Tolerance { get; init => field = Require.Declared(this, value); } = 1e-5;

    /// <summary>Limit of the iteration.</summary>
    [Option("Limit of the iteration.", Range = "[1, inf)", Source = "medida-product, Sparse regression suite: PySINDy")]
    public int MaxPasses { get; init => field = Require.Declared(this, value); } = 30;

    /// <summary>Whether the kept columns are fitted again without penalty.</summary>
    [Option("Whether the kept columns are fitted again without penalty.", Source = "PySINDy: off")]
    public bool Refit { get; init; }

    /// <summary>How columns and target are scaled.</summary>
    [Option("How columns and target are scaled.", Source = "medida-ks, What users ask: thresholds fail for small physical coefficients")]
    public Scaling Scaling { get; init; } = Scaling.Centred;
}
