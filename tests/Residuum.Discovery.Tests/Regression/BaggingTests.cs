using Residuum.Discovery.Regression;

namespace Residuum.Discovery.Tests.Regression;

public sealed class BaggingTests
{
    private static readonly Problem Rows = Problem.Random(1, rows: 1000, columns: 8);
    private static readonly GroupedEquations Data = GroupedEquations.FromRows(Rows.Phi, Rows.Y, rowsPerGroup: 50);

    [Fact]
    public void One_replicate_is_the_regressor_itself()
    {
        var inner = new Stlsq();
        SparseFit bagged = new Bagging(inner, new BaggingOptions { Replicates = 1 }).Fit(Data), plain = inner.Fit(Data.Sum());
        Assert.Equal(plain.Coefficients, bagged.Coefficients);
    }

    [Fact]
    public void True_terms_are_in_every_replicate()
    {
        BaggedFit bagged = new Bagging(new RelevanceVectorMachine(), new BaggingOptions()).FitAll(Data);
        IReadOnlyList<int> support = new RelevanceVectorMachine().Fit(Data.Sum()).Support;
        Assert.Equal(200, bagged.Replicates.Count);
        Assert.Equal(support, bagged.Fit.Support);
        Assert.All(support, j => Assert.InRange(bagged.Inclusion[j], 0.9, 1));
        Assert.All(support, j => Assert.True(bagged.Fit.StandardErrors[j] > 0));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_does_not()
    {
        double[] Fit(long seed) => new Bagging(new Stlsq(), new BaggingOptions { Replicates = 20, Seed = seed }).Fit(Data).Coefficients;
        Assert.Equal(Fit(3), Fit(3));
        Assert.NotEqual(Fit(3), Fit(4));
    }

    [Fact]
    public void Columns_below_the_inclusion_leave()
    {
        var all = new BaggingOptions { Inclusion = 1, Replicates = 50 };
        BaggedFit bagged = new Bagging(new RelevanceVectorMachine(), all).FitAll(Data);
        for (int j = 0; j < 8; j++)
        {
            if (bagged.Inclusion[j] < 1) Assert.Equal(0, bagged.Fit.Coefficients[j]);
        }
    }
}
