namespace Residuum.Discovery.Regression;

/// <summary>Relevance vector machine by MacKay's fixed point: the published regression of MEDIDA.</summary>
/// <param name="options">Thresholds and limits.</param>
public sealed class RelevanceVectorMachine(RvmOptions options) : StandardizedRegressor(options.Scaling)
{
    /// <summary>With the published defaults.</summary>
    public RelevanceVectorMachine()
        : this(new RvmOptions())
    {
    }

    /// <inheritdoc/>
    public override string Name => "rvm";

    /// <inheritdoc/>
    protected override StandardizedFit Solve(StandardizedEquations data, CancellationToken cancel)
    {
        var (posterior, passes, stop) = EvidenceFixedPoint.Run(data, options, cancel: cancel);
        return posterior is null ? StandardizedFit.Empty(passes) : posterior.ToFit(passes, stop);
    }
}
