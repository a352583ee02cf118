using System.Xml.Linq;
using Residuum.Experiments.Figures;
using SkiaSharp;

namespace Residuum.Experiments.Tests.Figures;

public sealed class FigureWriterTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Axis Time = new("time", "h"), Field = new("u", "m s⁻¹");

    private static Figure Forecast => new(
        "Forecast error <b>grows</b> & grows", "Two curves; the corrected model's error stays \"low\".",
        new Panel(
            Time, new Axis("RMSE") { Logarithmic = true },
            new Curve([0, 1, 2, 3], [0.01, 0.1, 1, 10]) { Label = "model", Band = ([0.005, 0.05, 0.5, 5], [0.02, 0.2, 2, 20]) },
            new Curve([0, 1, 2, 3], [0.001, double.NaN, 0.01, 0.02]) { Label = "corrected λ₁", Dashed = true, Markers = true },
            new Scatter([1, 2], [0.3, 0.4]) { Label = "observed", Errors = [0.1, 0.5] },
            new ReferenceLine(0.4) { Label = "limit" })
        { Title = "case 1" });

    private static Figure SpaceTime => new(
        "Space and time", "A wave.",
        new Panel(new Axis("x", "km"), Time, new Heatmap(Wave(20, 30), (-50, 50), (0, 10), Field) { Diverging = true }),
        new Panel(new Axis("term") { Categories = ["u u_x", "u_xx"] }, new Axis("coefficient"), new Bars([-1, 0.5]) { Errors = [0.1, 0.05] }));

    private static double[,] Wave(int rows, int columns)
    {
        var values = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++) values[i, j] = Math.Sin((0.3 * i) + (0.2 * j));
        }
        return values;
    }

    [Fact]
    public void Svg_is_well_formed_and_says_what_a_reader_needs()
    {
        var root = XDocument.Parse(FigureWriter.Svg(Forecast)).Root!;
        Assert.Equal(Forecast.Title, root.Element(Svg + "title")!.Value);
        Assert.Equal(Forecast.AltText, root.Element(Svg + "desc")!.Value);
        Assert.Equal("0 0 720 440", (string?)root.Attribute("viewBox"));
    }

    [Fact]
    public void Svg_shows_title_axis_labels_with_units_legend_and_powers_of_ten()
    {
        var labels = Labels(FigureWriter.Svg(Forecast));
        Assert.Superset(
            new HashSet<string> { Forecast.Title, "time [h]", "RMSE", "case 1", "model", "corrected λ₁", "observed", "limit", "10⁻³", "10⁻²", "10⁰" }, labels);
        Assert.Superset(new HashSet<string> { "Space and time", "x [km]", "u [m s⁻¹]", "coefficient", "u u_x", "u_xx", "−0.5" }, Labels(FigureWriter.Svg(SpaceTime)));
    }

    [Fact]
    public void Svg_draws_letters_as_outlines_so_that_no_font_is_needed()
    {
        foreach (var figure in new[] { Forecast, SpaceTime })
        {
            var root = XDocument.Parse(FigureWriter.Svg(figure)).Root!;
            Assert.Empty(root.Descendants(Svg + "text"));
            Assert.All(References(root), id => Assert.Single(root.Descendants(), element => (string?)element.Attribute("id") == id));
        }
    }

    [Fact]
    public void The_same_figure_gives_the_same_bytes()
    {
        string first = FigureWriter.Svg(Forecast);
        FigureWriter.Svg(SpaceTime); // what was drawn between must not show
        Assert.Equal(first, FigureWriter.Svg(Forecast));
        Assert.Equal(FigureWriter.Png(SpaceTime), FigureWriter.Png(SpaceTime));
    }

    [Fact]
    public void Png_has_two_pixels_for_each_unit_and_shows_the_palette()
    {
        using var image = SKBitmap.Decode(FigureWriter.Png(Forecast));
        Assert.Equal((1440, 880), (image.Width, image.Height));
        var pixels = image.Pixels.Distinct().ToHashSet();
        Assert.Contains(SKColor.Parse(Palette.Series[0]), pixels);
        Assert.Contains(SKColor.Parse(Palette.Series[1]), pixels);
        Assert.Equal(SKColors.White, image.GetPixel(2, 2));
    }

    [Fact]
    public void A_heatmap_has_its_first_row_at_the_low_end()
    {
        var map = new Heatmap(new double[,] { { -1, -1 }, { 1, 1 } }, (0, 1), (0, 1), new Axis("u")) { Diverging = true, ColorBar = false };
        using var image = SKBitmap.Decode(FigureWriter.Png(new Figure("", "", new Panel(new Axis("x"), new Axis("y"), map))));
        var low = image.GetPixel(720, 640);
        var high = image.GetPixel(720, 250);
        Assert.True(low.Blue > low.Red, $"blue for the negative half below, but {low}");
        Assert.True(high.Red > high.Blue, $"red for the positive half above, but {high}");
    }

    [Fact]
    public void A_character_that_the_font_lacks_does_not_stop_the_figure()
    {
        var figure = new Figure("∇ψ 流函数", "", new Panel(new Axis("流函数"), new Axis("y"), new Curve([0, 1], [0, 1])));
        Assert.NotEmpty(FigureWriter.Png(figure));
        XDocument.Parse(FigureWriter.Svg(figure));
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Curve([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => new Scatter([1, 2], [1, 2]) { Errors = [1] });
        Assert.Throws<ArgumentException>(() => new Curve([1, 2], [1, 2]) { Band = ([1], [1, 2]) });
    }

    [Fact]
    public void Nothing_to_show_is_an_empty_panel()
    {
        Assert.NotEmpty(FigureWriter.Png(new Figure("empty", "", new Panel(Time, Field with { Logarithmic = true }, new Curve([], []), new Curve([1], [-1])))));
        Assert.NotEmpty(FigureWriter.Png(new Figure("no panel", "")));
    }

    private static HashSet<string> Labels(string svg) =>
        [.. XDocument.Parse(svg).Descendants(Svg + "g").Select(group => (string?)group.Attribute("aria-label")).OfType<string>()];

    private static IEnumerable<string> References(XElement root) =>
        root.DescendantsAndSelf().Attributes().Select(a => a.Value)
            .Where(value => value.StartsWith('#') || value.StartsWith("url(#", StringComparison.Ordinal))
            .Select(value => value.Replace("url(", "", StringComparison.Ordinal).Trim('#', ')'))
            .Where(value => value.Length > 0 && value[0] is 'n' or 'g').Distinct();
}
