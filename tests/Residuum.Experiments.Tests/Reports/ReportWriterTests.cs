using System.Text;
using System.Xml.Linq;
using CsCheck;
using Residuum.Experiments.Figures;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Studies;
using Residuum.Experiments.Tests.Studies;

namespace Residuum.Experiments.Tests.Reports;

public sealed class ReportWriterTests
{
    private const string Hostile = "<script>alert('1')</script> & \" onload=\"x";

    private static string Html(params Block[] blocks) => Encoding.UTF8.GetString(ReportWriter.Html(new Report("Title", blocks)));

    [Fact]
    public void Text_from_a_file_is_shown_and_never_obeyed()
    {
        var figure = new Figure(Hostile, Hostile, new Panel(new Axis(Hostile), new Axis("y"), new Curve([0, 1], [0, 1]) { Label = Hostile }));
        string html = Encoding.UTF8.GetString(ReportWriter.Html(new Report(
            Hostile,
            new Heading(Hostile), new Paragraph(Hostile), new Callout(Hostile), new Code(Hostile), new Equation("<math><mi>u</mi></math>", Hostile),
            new TableBlock(new Table(Hostile, [new(Hostile, Hostile)], [[Hostile]])),
            new FigureBlock(Hostile, Hostile, FigureWriter.Svg(figure)),
            new Details(Hostile, new Facts([(Hostile, Hostile)])))));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        var page = Parse(html);
        Assert.Equal(Hostile, page.Descendants("h1").Single().Value);
        Assert.Equal(Hostile, page.Descendants("dd").Single().Value);
        Assert.Equal(Hostile, (string?)page.Descendants("img").Single().Attribute("alt"));
        Assert.All(page.Descendants().Attributes(), attribute => Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public void Any_text_gives_a_well_formed_page() =>
        Gen.String[0, 50].Sample(text => Parse(Html(new Paragraph(text), new TableBlock(new Table(text, [new(text)], [[text]])))));

    [Fact]
    public void The_page_asks_for_nothing_else()
    {
        string html = Html(new FigureBlock("c", "a", FigureWriter.Svg(new Figure("t", "a"))), new Equation("<math><mi>u</mi></math>", "u"));
        var page = Parse(html);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "iframe" or "object");
        Assert.StartsWith("data:image/svg+xml;base64,", (string?)page.Descendants("img").Single().Attribute("src"), StringComparison.Ordinal);
        Assert.Contains(page.Descendants("meta"), meta => ((string?)meta.Attribute("content"))?.StartsWith("default-src 'none'", StringComparison.Ordinal) == true);
        Assert.DoesNotContain("url(", ReportStyle.Css, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal).Replace("http://www.w3.org/1998/Math/MathML", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_starts_in_standards_mode_and_closes_its_elements()
    {
        string html = Html(new Paragraph(""), new TableBlock(new Table("", [new("a")], [])), new Facts([]));
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        foreach (string element in new[] { "p", "tbody", "dl" }) Assert.DoesNotContain($"<{element} />", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_style_sheet_needs_no_escaping() => Assert.DoesNotContain(ReportStyle.Css, c => c is '<' or '>' or '&');

    [Fact]
    public void Claims_show_verdict_and_numbers_and_nan_is_said_plainly()
    {
        var claims = StudyRunner.Run(new MeanStudy(values => values.Count == 400 ? double.NaN : 0), Profile.Quick, [3, 4]).Claims;
        var page = Parse(Html(new ClaimsBlock(claims)));
        var row = page.Descendants("tbody").Single().Elements("tr").First().Elements("td").Select(cell => cell.Value).ToList();
        Assert.Equal(["fails", "finds the mean", "gate", "", "1.6 to 2.4 m", "not a finite number at seed 3, 4", ""], row);
        Assert.Equal("verdict bad", (string?)page.Descendants("span").First().Attribute("class"));
    }

    [Theory]
    [InlineData("<math><mi>u</mi><script>alert(1)</script></math>")]
    [InlineData("<math><mi onclick='x'>u</mi></math>")]
    [InlineData("<math><mi href='javascript:x'>u</mi></math>")]
    [InlineData("<math xmlns:h='http://www.w3.org/1999/xhtml'><h:mi>u</h:mi></math>")]
    [InlineData("<!DOCTYPE math [<!ENTITY a 'b'>]><math><mi>&a;</mi></math>")]
    [InlineData("<math><annotation-xml encoding='text/html'>x</annotation-xml></math>")]
    [InlineData("<p>u</p>")]
    [InlineData("<math><mi>u</math>")]
    public void Mathml_that_could_act_is_refused(string text) => Assert.Throws<FormatException>(() => MathMl.Parse(text));

    [Fact]
    public void Mathml_is_kept_as_it_is()
    {
        var math = MathMl.Parse("<math><msub><mi mathvariant=\"normal\">u</mi><mrow><mi>x</mi><mo>&lt;</mo></mrow></msub></math>");
        Assert.Equal("<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><msub><mi mathvariant=\"normal\">u</mi><mrow><mi>x</mi><mo>&lt;</mo></mrow></msub></math>", math.ToString(SaveOptions.DisableFormatting));
    }

    [Fact]
    public void A_row_that_does_not_fit_its_columns_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Table("t", [new("a"), new("b")], [["1"]]));

    private static XElement Parse(string html) => XElement.Parse(html["<!DOCTYPE html>".Length..]);
}
