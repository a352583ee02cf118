using Residuum.Numerics.Options;

namespace Residuum.Discovery.Regression;

/// <summary>Options of the relevance vector machine by fast marginal likelihood.</summary>
public sealed record FastRvmOptions
{
    /// <summary>α_max: columns of higher precision leave.</summary>
    [Option("Columns whose precision exceeds this leave; the fit then restarts on the survivors.", Range = "(0, inf]", Source = "medida-ks, Fast sequential form")]
    public double AlphaMax { get; init => field = Require.Declared(this, value); } = 100;

    /// <summary>Least gain of log evidence of a move.</summary>
    [Option("The iteration rests when no move raises the log evidence by more.", Range = "(0, inf)", Source = "medida-ks, Fast sequential form")]
    public double Tolerance { get; init => field = Require.Declared(this, value); } = 1e-10;

    /// <summary>Limit of the moves of one start.</summary>
    [Option("Limit of the moves of one start.", Range = "[1, inf)", Source = "medida-ks, Algorithm 4")]
    public int MaxPasses { get; init => field = Require.Declared(this, value); } = 3000;

    /// <summary>How columns and target are scaled.</summary>
    [Option("How columns and target are scaled.", Source = "medida-ks, Algorithm 4")]
    public Scaling Scaling { get; init; } = Scaling.Centred;
}
