using System.Xml;
using System.Xml.Linq;

namespace Residuum.Experiments.Reports;

/// <summary>MathML that may stand in a page: presentation elements only, and nothing that acts.</summary>
public static class MathMl
{
    private const int LongestText = 1 << 20;
    private static readonly XNamespace Namespace = "http://www.w3.org/1998/Math/MathML";

    private static readonly HashSet<string> Elements =
    [
        "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup",
        "munder", "mover", "munderover", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "display", "displaystyle", "mathvariant", "stretchy", "fence", "form", "width", "columnalign", "lspace", "rspace", "accent", "scriptlevel",
    ];

    /// <summary>Reads a <c>math</c> element and checks every element and attribute in it.</summary>
    /// <param name="text">The element, with or without MathML's namespace.</param>
    /// <exception cref="FormatException">Not well formed, or something in it is no presentation MathML.</exception>
    public static XElement Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText) throw new FormatException($"an equation of {text.Length} characters; at most {LongestText} are taken");
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var root = XElement.Load(reader);
            return root.Name.LocalName == "math" ? Checked(root) : throw new FormatException($"the element '{root.Name.LocalName}' is not 'math'");
        }
        catch (XmlException error)
        {
            throw new FormatException($"the equation is not well-formed MathML: {error.Message}", error);
        }
    }

    private static XElement Checked(XElement element)
    {
        if ((element.Name.Namespace != Namespace && element.Name.Namespace != XNamespace.None) || !Elements.Contains(element.Name.LocalName))
            throw new FormatException($"the element '{element.Name}' is no presentation MathML");
        var copy = new XElement(Namespace + element.Name.LocalName);
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            if (!Attributes.Contains(attribute.Name.ToString())) throw new FormatException($"the attribute '{attribute.Name}' of '{element.Name.LocalName}' is not taken");
            copy.SetAttributeValue(attribute.Name, attribute.Value);
        }
        foreach (var node in element.Nodes())
        {
            if (node is XElement child) copy.Add(Checked(child));
            else if (node is XText characters) copy.Add(new XText(characters.Value));
        }
        return copy;
    }
}
