using Residuum.Discovery.Regression;

namespace Residuum.Discovery.Tests.Regression;

/// <summary>On orthonormal columns every penalty is a threshold of the projections.</summary>
public sealed class ThresholdTests
{
    private static readonly double[] Projections = [1.5, -0.8, 0.35, 0.09, 0.11, -0.02, -0.31, 0.25];
    private static readonly Problem Data = Problem.Orthonormal(Projections, rows: 64, offset: 0.01);

    [Fact]
    public void Lasso_is_the_soft_threshold()
    {
        var lasso = new ElasticNet(new ElasticNetOptions { Mix = 1, Penalty = 0.3 / 64, Refit = false, Scaling = Scaling.None });
        AssertCoefficients(x => Math.Sign(x) * Math.Max(Math.Abs(x) - 0.3, 0), lasso);
    }

    [Fact]
    public void Elastic_net_shrinks_the_soft_threshold()
    {
        var net = new ElasticNet(new ElasticNetOptions { Mix = 0.5, Penalty = 0.4 / 64, Refit = false, Scaling = Scaling.None });
        AssertCoefficients(x => Math.Sign(x) * Math.Max(Math.Abs(x) - 0.2, 0) / 1.2, net);
    }

    [Fact]
    public void Refitted_lasso_keeps_the_support_and_loses_the_bias()
    {
        var lasso = new ElasticNet(new ElasticNetOptions { Mix = 1, Penalty = 0.3 / 64, Scaling = Scaling.None });
        AssertCoefficients(x => Math.Abs(x) > 0.3 ? x : 0, lasso);
    }

    [Fact]
    public void Sequential_thresholding_is_the_hard_threshold() =>
        AssertCoefficients(x => Math.Abs(x) >= 0.1 ? x : 0, new Stlsq(new StlsqOptions { Ridge = 0, Scaling = Scaling.None }));

    [Fact]
    public void Relaxed_regression_with_the_number_of_columns_is_the_hard_threshold() =>
        AssertCoefficients(x => Math.Abs(x) > 0.1 ? x : 0, new Sr3(new Sr3Options { MaxPasses = 1000, Scaling = Scaling.None }));

    [Fact]
    public void Relaxed_regression_with_absolute_values_is_the_soft_threshold()
    {
        // At rest v = S(w, λν) and w = (x + v/ν)/(1 + 1/ν): v = S(x, λ(1 + ν)) for x above it.
        var options = new Sr3Options { Norm = PenaltyNorm.L1, Penalty = 0.1, MaxPasses = 1000, Tolerance = 1e-14, Scaling = Scaling.None };
        AssertCoefficients(x => Math.Sign(x) * Math.Max(Math.Abs(x) - 0.2, 0), new Sr3(options));
    }

    [Fact]
    public void Backward_path_is_the_best_subset_of_every_size()
    {
        StandardizedEquations data = Data.Standardized(Scaling.None);
        int[] order = [.. Enumerable.Range(0, 8).OrderByDescending(j => Math.Abs(Projections[j]))];
        IReadOnlyList<LeastSquares> path = BackwardPath.Of(data);
        for (int terms = 0; terms <= 8; terms++) Assert.Equal(order[..terms].Order(), path[terms].Support);
    }

    [Fact]
    public void Ridge_shrinks_every_projection() =>
        AssertCoefficients(x => x / 1.25, new Ridge(new RidgeOptions { Penalty = 0.25, Scaling = Scaling.None }));

    private static void AssertCoefficients(Func<double, double> expected, IRegressor regressor)
    {
        SparseFit fit = regressor.Fit(Data.Equations);
        for (int j = 0; j < Projections.Length; j++) Assert.Equal(expected(Projections[j]), fit.Coefficients[j], 1e-8);
    }
}
