using CsCheck;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Derivatives;

public sealed class FiniteDifferenceTests
{
    /// <summary>Fornberg, Math. Comp. 51, 699 (1988), table 1; one-sided: his table 3.</summary>
    [Theory]
    [InlineData(1, 2, new[] { -1.0 / 2, 0, 1.0 / 2 })]
    [InlineData(1, 4, new[] { 1.0 / 12, -2.0 / 3, 0, 2.0 / 3, -1.0 / 12 })]
    [InlineData(1, 6, new[] { -1.0 / 60, 3.0 / 20, -3.0 / 4, 0, 3.0 / 4, -3.0 / 20, 1.0 / 60 })]
    [InlineData(2, 2, new[] { 1.0, -2, 1 })]
    [InlineData(2, 4, new[] { -1.0 / 12, 4.0 / 3, -5.0 / 2, 4.0 / 3, -1.0 / 12 })]
    [InlineData(3, 2, new[] { -1.0 / 2, 1, 0, -1, 1.0 / 2 })]
    [InlineData(3, 4, new[] { 1.0 / 8, -1, 13.0 / 8, 0, -13.0 / 8, 1, -1.0 / 8 })]
    [InlineData(4, 2, new[] { 1.0, -4, 6, -4, 1 })]
    [InlineData(4, 4, new[] { -1.0 / 6, 2, -13.0 / 2, 28.0 / 3, -13.0 / 2, 2, -1.0 / 6 })]
    public void Centred_weights_are_those_of_the_tables(int derivative, int accuracy, double[] expected) =>
        AssertClose(expected, FiniteDifferenceWeights.Centred(derivative, accuracy));

    [Theory]
    [InlineData(1, new[] { -3.0 / 2, 2, -1.0 / 2 })]
    [InlineData(2, new[] { 2.0, -5, 4, -1 })]
    [InlineData(3, new[] { -5.0 / 2, 9, -12, 7, -3.0 / 2 })]
    [InlineData(4, new[] { 3.0, -14, 26, -24, 11, -2 })]
    public void One_sided_weights_are_those_of_the_tables(int derivative, double[] expected) =>
        AssertClose(expected, FiniteDifferenceWeights.At(0, [.. Enumerable.Range(0, expected.Length).Select(s => (double)s)], derivative));

    [Fact]
    public void Weights_on_any_nodes_are_exact_for_polynomials() =>
        Gen.Select(Gen.Double[0.2, 1].Array[6], Gen.Double[-1, 1], Gen.Int[0, 4], Gen.Int[0, 5]).Sample((gaps, point, derivative, power) =>
        {
            double[] nodes = [.. gaps.Select((_, i) => gaps.Take(i + 1).Sum() - 2)];
            double[] weights = FiniteDifferenceWeights.At(point, nodes, derivative);
            double expected = derivative > power ? 0 : Enumerable.Range(power - derivative + 1, derivative).Aggregate(1.0, (product, factor) => product * factor) * Math.Pow(point, power - derivative);
            double[] parts = [.. weights.Select((weight, i) => weight * Math.Pow(nodes[i], power))];
            return Math.Abs(parts.Sum() - expected) <= 1e-10 * (1 + parts.Sum(Math.Abs));
        });

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 4)]
    [InlineData(2, 6)]
    [InlineData(3, 4)]
    [InlineData(4, 2)]
    [InlineData(4, 6)]
    public void Periodic_differences_have_their_order(int derivative, int accuracy) =>
        Assert.InRange(Slope(DerivativeScheme.FiniteDifferences(accuracy), derivative, _ => true, points: 32), accuracy - 0.15, accuracy + 0.15);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Published_derivatives_are_of_second_order_at_the_ends_too(int derivative)
    {
        Assert.InRange(Slope(new PublishedDerivatives(), derivative, x => x is > 0.3 and < 0.6), 1.85, 2.15);
        Assert.InRange(Slope(new PublishedDerivatives(), derivative, x => x is < 0.05 or > 0.95), 1.7, 2.3);
    }

    [Fact]
    public void The_published_fourth_derivative_loses_an_order_at_the_ends()
    {
        Assert.InRange(Slope(new PublishedDerivatives(), 4, x => x is > 0.3 and < 0.6), 1.85, 2.15);
        Assert.InRange(Slope(new PublishedDerivatives(), 4, x => x is < 0.05 or > 0.95), 0.7, 1.3);
    }

    [Fact]
    public void Spectral_derivatives_are_exact_for_resolved_waves() =>
        Assert.All([1, 2, 3, 4], derivative => Assert.InRange(Error(DerivativeScheme.Spectral, derivative, 64, _ => true), 0, 1e-9));

    private static double Slope(DerivativeScheme scheme, int derivative, Func<double, bool> where, int points = 128) =>
        Math.Log2(Error(scheme, derivative, points, where) / Error(scheme, derivative, 2 * points, where));

    // Largest error for sin(2πx + 1) on [0, 1), relative to the derivative's size.
    private static double Error(DerivativeScheme scheme, int derivative, int points, Func<double, bool> where)
    {
        var grid = FourierGrid.Periodic(1, points);
        double[] x = [.. Enumerable.Range(0, points).Select(j => (double)j / points)];
        var state = new StateBatch(new StateLayout(["u"], points, 1), 1, [.. x.Select(at => Math.Sin((2 * Math.PI * at) + 1))]);
        var term = Term.Parse("u_" + new string('x', derivative), ["u"]);
        double[] values = new TermEvaluator(grid, [term], scheme).Columns(state)[0];
        double size = Math.Pow(2 * Math.PI, derivative);
        return x.Zip(values).Where(pair => where(pair.First)).Max(pair => Math.Abs((pair.Second / size) - Math.Sin((2 * Math.PI * pair.First) + 1 + (derivative * Math.PI / 2))));
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-13);
    }
}
