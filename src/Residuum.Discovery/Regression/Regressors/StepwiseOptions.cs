using Residuum.Numerics.Options;

namespace Residuum.Discovery.Regression;

/// <summary>Options of stepwise regression, forward, backward and by evidence.</summary>
public sealed record StepwiseOptions
{
    /// <summary>Most columns that may stay.</summary>
    [Option("Most columns that may stay; all if not given.", Range = "[1, inf)", Source = "medida-product, Sparse regression suite")]
    public int? MaxTerms { get; init => field = value is { } given ? Require.Declared(this, given) : null; }

    /// <summary>How columns and target are scaled.</summary>
    [Option("How columns and target are scaled; the selection depends only on centring.", Source = "medida-product, Sparse regression suite")]
    public Scaling Scaling { get; init; } = Scaling.Centred;
}
