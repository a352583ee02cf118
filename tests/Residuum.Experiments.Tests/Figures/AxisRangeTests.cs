using CsCheck;
using Residuum.Experiments.Figures;

namespace Residuum.Experiments.Tests.Figures;

public sealed class AxisRangeTests
{
    private static readonly Gen<double> Value = Gen.Double[-1e6, 1e6];

    [Fact]
    public void Axes_contain_all_data_of_all_layers() =>
        Gen.Select(Value.Array[1, 20], Value.Array[1, 20], Value).Sample((x, y, level) =>
        {
            int n = Math.Min(x.Length, y.Length);
            double[] errors = [.. y[..n].Select(v => Math.Abs(v) / 3)];
            var panel = new Panel(new Axis("x"), new Axis("y"), new Scatter(x[..n], y[..n]) { Errors = errors }, new ReferenceLine(level));
            var (across, up) = AxisRange.Of(panel);
            Assert.All(x[..n], v => Assert.InRange(v, across.Low, across.High));
            Assert.All(y[..n].Zip(errors), v => Assert.InRange(v.First + v.Second, up.Low, up.High));
            Assert.InRange(level, up.Low, up.High);
            Assert.True(across.Low < across.High && up.Low < up.High);
        });

    [Fact]
    public void A_logarithmic_axis_leaves_out_what_has_no_logarithm()
    {
        var panel = new Panel(new Axis("x"), new Axis("y") { Logarithmic = true }, new Curve([1, 2, 3, 4], [0.1, 0, -5, 100]));
        var (_, y) = AxisRange.Of(panel);
        Assert.Equal(-1.15, y.Low, 12);
        Assert.Equal(2.15, y.High, 12);
    }

    [Fact]
    public void An_image_fills_its_axes_and_bars_stand_on_zero()
    {
        var image = AxisRange.Of(new Panel(new Axis("x"), new Axis("t"), new Heatmap(new double[2, 2], (-50, 50), (0, 40), new Axis("u"))));
        Assert.Equal((new AxisRange(-50, 50), new AxisRange(0, 40)), image);
        Assert.True(AxisRange.Of(new Panel(new Axis("x"), new Axis("y"), new Bars([3, 4]))).Y.Low <= 0);
    }

    [Fact]
    public void Limits_that_were_asked_for_win()
    {
        var (x, _) = AxisRange.Of(new Panel(new Axis("x") { Limits = (1, 1000), Logarithmic = true }, new Axis("y"), new Curve([5], [5])));
        Assert.Equal(new AxisRange(0, 3), x);
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-2.5, "−2.5")]
    [InlineData(0.30000000000000004, "0.3")]
    [InlineData(0, "0")]
    [InlineData(1200000, "1.2e6")]
    [InlineData(0.00002, "2e−5")]
    public void Tick_labels_are_short_and_have_a_true_minus(double value, string label) => Assert.Equal(label, AxisTicks.Label(value));
}
