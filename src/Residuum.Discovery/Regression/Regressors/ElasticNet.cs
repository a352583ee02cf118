namespace Residuum.Discovery.Regression;

/// <summary>Elastic net; with a mix of 1 the LASSO.</summary>
/// <remarks>Where no penalty is given, BIC of the refitted supports chooses one on the path.</remarks>
/// <param name="options">Penalty, mix and path.</param>
public sealed class ElasticNet(ElasticNetOptions options) : StandardizedRegressor(options.Scaling)
{
    /// <summary>With the defaults.</summary>
    public ElasticNet()
        : this(new ElasticNetOptions())
    {
    }

    /// <inheritdoc/>
    public override string Name => options.Mix == 1 ? "lasso" : "elastic-net";

    /// <inheritdoc/>
    protected override StandardizedFit Solve(StandardizedEquations data, CancellationToken cancel)
    {
        ElasticNetPoint chosen = options.Penalty is { } penalty
            ? ElasticNetPath.Descend(data, options, penalty, new double[data.Columns.Count])
            : ElasticNetPath.Fit(data, options, cancel).MinBy(point => Bic(data, point))!;
        StandardizedFit free = new LeastSquares(data, chosen.Support).ToFit(chosen.Sweeps, chosen.Stop);
        return options.Refit ? free : free with { Coefficients = [.. chosen.Support.Select(j => chosen.Coefficients[j])] };
    }

    private static double Bic(StandardizedEquations data, ElasticNetPoint point) =>
        InformationCriterion.Bic(data.Rows, new LeastSquares(data, point.Support).ResidualSquare / data.TargetSquare, point.Support.Count);
}
