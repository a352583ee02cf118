using System.Text;
using System.Xml;
using Residuum.Experiments.Studies;

namespace Residuum.Experiments.Reports;

/// <summary>Writes a report as one HTML page that needs nothing else: no script, no network, figures inside.</summary>
/// <remarks>The only place that writes HTML. Every text goes through the XML writer, which escapes it; figures are images in
/// data addresses, in which nothing is executed; and the page's own policy forbids scripts and all addresses.</remarks>
public static class ReportWriter
{
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /// <summary>The page as UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="FormatException">An equation is no presentation MathML.</exception>
    public static byte[] Html(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var page = new MemoryStream();
        page.Write("<!DOCTYPE html>\n"u8);
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" };
        using (var html = XmlWriter.Create(page, settings))
        {
            html.WriteStartElement("html");
            html.WriteAttributeString("lang", "en");
            WriteHead(html, report.Title);
            html.WriteStartElement("body");
            html.WriteStartElement("main");
            WriteText(html, "h1", report.Title);
            WriteAll(html, report.Blocks);
            html.WriteEndElement();
            html.WriteEndElement();
            html.WriteEndElement();
        }
        return page.ToArray();
    }

    private static void WriteHead(XmlWriter html, string title)
    {
        html.WriteStartElement("head");
        WriteMeta(html, "charset", "utf-8", null);
        WriteMeta(html, "http-equiv", "Content-Security-Policy", Policy);
        WriteMeta(html, "name", "viewport", "width=device-width, initial-scale=1");
        WriteMeta(html, "name", "generator", "Residuum");
        WriteText(html, "title", title);
        WriteText(html, "style", ReportStyle.Css);
        html.WriteEndElement();
    }

    private static void WriteMeta(XmlWriter html, string key, string value, string? content)
    {
        html.WriteStartElement("meta");
        html.WriteAttributeString(key, value);
        if (content is not null) html.WriteAttributeString("content", content);
        html.WriteEndElement();
    }

    private static void WriteAll(XmlWriter html, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks) Write(html, block);
    }

    private static void Write(XmlWriter html, Block block)
    {
        switch (block)
        {
            case Heading heading: WriteText(html, "h2", heading.Text); break;
            case Paragraph paragraph: WriteText(html, "p", paragraph.Text); break;
            case Callout callout: WriteText(html, "p", callout.Text, "callout" + Mood(callout.Good)); break;
            case Code code: WriteText(html, "pre", code.Text); break;
            case Equation equation: Write(html, equation); break;
            case TableBlock table: Write(html, table.Table, _ => null); break;
            case ClaimsBlock claims: Write(html, ClaimSheet.Of("", claims.List), row => claims.List[row].Verdict); break;
            case FigureBlock figure: Write(html, figure); break;
            case Facts facts: Write(html, facts); break;
            case Details details: Write(html, details); break;
            default: throw new ArgumentException($"a block of type {block.GetType().Name} is not known", nameof(block));
        }
    }

    private static void Write(XmlWriter html, Equation equation)
    {
        var math = MathMl.Parse(equation.MathMl);
        math.SetAttributeValue("display", "block");
        Start(html, "div", "equation");
        math.WriteTo(html);
        WriteText(html, "code", equation.Text);
        html.WriteEndElement();
    }

    private static void Write(XmlWriter html, Table table, Func<int, Verdict?> verdictOf)
    {
        Start(html, "div", "scroll");
        html.WriteStartElement("table");
        if (table.Title.Length > 0) WriteText(html, "caption", table.Title);
        html.WriteStartElement("thead");
        html.WriteStartElement("tr");
        foreach (var column in table.Columns) WriteText(html, "th", column.Unit.Length == 0 ? column.Name : $"{column.Name} [{column.Unit}]", Class(column));
        html.WriteEndElement();
        html.WriteEndElement();
        html.WriteStartElement("tbody");
        for (int row = 0; row < table.Rows.Count; row++)
        {
            html.WriteStartElement("tr");
            for (int i = 0; i < table.Columns.Count; i++)
            {
                if (i == 0 && verdictOf(row) is { } verdict) WriteVerdict(html, verdict, table.Rows[row][i]);
                else WriteText(html, "td", table.Rows[row][i], Class(table.Columns[i]));
            }
            html.WriteEndElement();
        }
        html.WriteFullEndElement();
        html.WriteEndElement();
        html.WriteEndElement();
    }

    private static void WriteVerdict(XmlWriter html, Verdict verdict, string words)
    {
        bool? good = verdict switch
        {
            Verdict.Holds or Verdict.Reproduced => true,
            Verdict.Fails or Verdict.NotReproduced => false,
            _ => null,
        };
        html.WriteStartElement("td");
        WriteText(html, "span", words, "verdict" + Mood(good));
        html.WriteEndElement();
    }

    private static void Write(XmlWriter html, FigureBlock figure)
    {
        html.WriteStartElement("figure");
        html.WriteStartElement("img");
        html.WriteAttributeString("alt", Clean(figure.AltText));
        html.WriteAttributeString("src", "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.Svg)));
        html.WriteEndElement();
        WriteText(html, "figcaption", figure.Caption);
        html.WriteEndElement();
    }

    private static void Write(XmlWriter html, Facts facts)
    {
        html.WriteStartElement("dl");
        foreach (var (name, value) in facts.List)
        {
            WriteText(html, "dt", name);
            WriteText(html, "dd", value);
        }
        html.WriteFullEndElement();
    }

    private static void Write(XmlWriter html, Details details)
    {
        html.WriteStartElement("details");
        WriteText(html, "summary", details.Summary);
        WriteAll(html, details.Blocks);
        html.WriteEndElement();
    }

    private static string Mood(bool? good) => good switch { true => " good", false => " bad", null => "" };

    private static string? Class(Column column) => column.Numeric ? "number" : null;

    private static void Start(XmlWriter html, string element, string cssClass)
    {
        html.WriteStartElement(element);
        html.WriteAttributeString("class", cssClass);
    }

    private static void WriteText(XmlWriter html, string element, string text, string? cssClass = null)
    {
        html.WriteStartElement(element);
        if (cssClass is not null) html.WriteAttributeString("class", cssClass);
        html.WriteString(Clean(text));
        html.WriteFullEndElement(); // HTML knows no <p/>
    }

    /// <summary>Characters that no page may hold, such as NUL or half a surrogate pair, become the replacement character.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }
        return clean.ToString();
    }
}
