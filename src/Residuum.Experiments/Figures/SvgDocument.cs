using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using SkiaSharp;

namespace Residuum.Experiments.Figures;

/// <summary>Makes the SVG of the drawing library fit for publication: outlines in place of texts, title and description for readers' aids.</summary>
internal static class SvgDocument
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    public static string Finish(string drawn, Figure figure)
    {
        var document = XDocument.Parse(drawn);
        var root = document.Root!;
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {figure.Width} {figure.Height}"));
        root.SetAttributeValue("role", "img");
        Renumber(root);
        var glyphs = new GlyphOutlines();
        foreach (var text in root.Descendants(Svg + "text").ToList()) glyphs.Replace(text);
        root.AddFirst(new XElement(Svg + "title", figure.Title), new XElement(Svg + "desc", figure.AltText), glyphs.Definitions());
        return Write(document);
    }

    /// <summary>The drawing library counts its names over the whole process; here they count from zero, so that equal figures are equal files.</summary>
    private static void Renumber(XElement root)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in root.DescendantsAndSelf().Attributes("id"))
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"n{names.Count}");
            names[id.Value] = name;
            id.Value = name;
        }
        foreach (var reference in root.DescendantsAndSelf().Attributes().Where(a => a.Value.StartsWith("url(#", StringComparison.Ordinal)))
        {
            if (names.TryGetValue(reference.Value[5..^1], out string? name)) reference.Value = $"url(#{name})";
        }
        foreach (var reference in root.DescendantsAndSelf().Attributes(XLink + "href").Where(a => a.Value.StartsWith('#')))
        {
            if (names.TryGetValue(reference.Value[1..], out string? name)) reference.Value = "#" + name;
        }
    }

    private static string Write(XDocument document)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n", Indent = false };
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, settings)) document.Save(writer);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>Draws each glyph once and uses it wherever it stands.</summary>
    private sealed class GlyphOutlines
    {
        private const float DesignSize = 100;
        private readonly SortedDictionary<string, string> _paths = new(StringComparer.Ordinal);

        /// <summary>Replaces a text by a group of outlines that keeps the text as its label. A text in a font of the system stays.</summary>
        public void Replace(XElement text)
        {
            string[] families = ((string?)text.Attribute("font-family") ?? "").Split(',', StringSplitOptions.TrimEntries);
            if (!families.Contains(ShippedFont.Name)) return;
            bool bold = text.Attribute("font-weight") is not null; // written for the semi-bold face only
            string label = text.Value.Trim();
            double[] x = Positions(text.Attribute("x")), y = Positions(text.Attribute("y"));
            var characters = label.EnumerateRunes().ToList();
            if (x.Length != characters.Count || y.Length == 0) return;

            double size = double.Parse(text.Attribute("font-size")!.Value, CultureInfo.InvariantCulture) / DesignSize;
            var group = new XElement(Svg + "g", new XAttribute("role", "img"), new XAttribute("aria-label", label));
            foreach (string kept in (string[])["transform", "fill", "fill-opacity"])
            {
                if (text.Attribute(kept) is { } attribute) group.Add(new XAttribute(attribute));
            }
            for (int i = 0; i < characters.Count; i++)
            {
                if (Rune.IsWhiteSpace(characters[i])) continue;
                group.Add(new XElement(
                    Svg + "use",
                    new XAttribute(XLink + "href", "#" + Define(characters[i], bold)),
                    new XAttribute("transform", string.Create(CultureInfo.InvariantCulture, $"translate({x[i]:0.##} {y[Math.Min(i, y.Length - 1)]:0.##}) scale({size:0.####})"))));
            }
            text.ReplaceWith(group);
        }

        public XElement Definitions() => new(
            Svg + "defs", _paths.Select(glyph => new XElement(Svg + "path", new XAttribute("id", glyph.Key), new XAttribute("d", glyph.Value))));

        private string Define(Rune character, bool bold)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"g{(bold ? "b" : "")}{character.Value:x}");
            if (_paths.ContainsKey(id)) return id;
            using var font = new SKFont(ShippedFont.Instance.Face(bold), DesignSize) { Hinting = SKFontHinting.None };
            using var outline = font.GetGlyphPath(font.Typeface.GetGlyph(character.Value)) ?? new SKPath();
            _paths[id] = outline.ToSvgPathData();
            return id;
        }

        private static double[] Positions(XAttribute? list) =>
            [.. (list?.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
    }
}
