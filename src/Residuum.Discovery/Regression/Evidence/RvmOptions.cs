using Residuum.Numerics.Options;

namespace Residuum.Discovery.Regression;

/// <summary>How the precisions of a relevance vector machine are updated.</summary>
public enum EvidenceUpdate
{
    /// <summary>α = γ/m²: fast.</summary>
    MacKay,

    /// <summary>α = 1/(m² + Σ): slow; the evidence never falls.</summary>
    ExpectationMaximization,
}

/// <summary>Options of the relevance vector machine by fixed point.</summary>
public sealed record RvmOptions
{
    /// <summary>α_max: columns of higher precision leave; 100 drops |m| below 0.1.</summary>
    [Option("Columns whose precision exceeds this leave; 100 drops standardized coefficients below 0.1.", Range = "(0, inf]", Source = "medida-ks, Algorithm 4: published script")]
    public double AlphaMax { get; init => field = Require.Declared(this, value); } = 100;

    /// <summary>Largest change of a precision at rest.</summary>
    [Option("The iteration rests when no precision changes by more.", Range = "(0, inf)", Source = "medida-ks, Algorithm 4: published script")]
    public double Tolerance { get; init => field = Require.Declared(this, value); } = 0.1;

    /// <summary>Limit of the iteration.</summary>
    [Option("Limit of the iteration.", Range = "[1, inf)", Source = "medida-ks, Algorithm 4")]
    public int MaxPasses { get; init => field = Require.Declared(this, value); } = 3000;

    /// <summary>How precisions are updated.</summary>
    [Option("How precisions are updated.", Source = "medida-ks, Algorithm 4")]
    public EvidenceUpdate Update { get; init; } = EvidenceUpdate.MacKay;

    /// <summary>How columns and target are scaled; the published script does not scale.</summary>
    [Option("How columns and target are scaled; none is what the published script runs.", Source = "medida-ks, Algorithm 4: none misses a term of 0.1 u_xxx")]
    public Scaling Scaling { get; init; } = Scaling.Centred;
}
