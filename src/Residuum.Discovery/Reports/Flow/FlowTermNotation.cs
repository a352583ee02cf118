using System.Security;
using Residuum.Discovery.Models;

namespace Residuum.Discovery.Reports;

/// <summary>Writes names of candidate terms of a two-layer flow, such as <c>J(psi1,q1)</c>, as presentation MathML.</summary>
internal static class FlowTermNotation
{
    private const string Thin = "<mspace width=\"0.17em\"/>";

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["lap"] = TwoLayerSymbols.Laplacian.MathMl,
        ["lap2"] = "<msup><mo>∇</mo><mn>4</mn></msup>",
        ["dx"] = TwoLayerSymbols.Dx.MathMl,
        ["dy"] = TwoLayerSymbols.Dy.MathMl,
        ["dx+dy"] = $"<mrow><mo>(</mo>{TwoLayerSymbols.Dx.MathMl}<mo>+</mo>{TwoLayerSymbols.Dy.MathMl}<mo>)</mo></mrow>",
        ["d8"] = TwoLayerSymbols.EighthDerivatives.MathMl,
    };

    /// <summary>An <c>mrow</c> with the term; a name in another form stands as it is.</summary>
    /// <param name="name">Name of the term.</param>
    public static string MathMl(string name)
    {
        if (Split(name, '*') is { Length: > 1 } factors) return $"<mrow>{string.Join(Thin, factors.Select(MathMl))}</mrow>";
        int open = name.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0 || name[^1] != ')') return Symbol(name);
        string function = name[..open];
        string[] arguments = [.. Split(name[(open + 1)..^1], ',').Select(MathMl)];
        return Operators.TryGetValue(function, out string? known) && arguments.Length == 1
            ? $"<mrow>{known}{arguments[0]}</mrow>"
            : $"<mrow>{Symbol(function)}<mo>(</mo>{string.Join("<mo>,</mo>", arguments)}<mo>)</mo></mrow>";
    }

    private static string Symbol(string name)
    {
        foreach (var (start, letter) in new[] { ("psi", "ψ"), ("q", "q") })
        {
            if (name.StartsWith(start, StringComparison.Ordinal) && name.Length == start.Length + 1) return $"<msub><mi>{letter}</mi><mi>{SecurityElement.Escape(name[^1..])}</mi></msub>";
        }
        return $"<mi>{SecurityElement.Escape(name)}</mi>";
    }

    /// <summary>Parts between separators that stand outside of parentheses.</summary>
    private static string[] Split(string text, char separator)
    {
        var parts = new List<string>();
        int depth = 0, start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (text[i] != separator || depth != 0) continue;
            parts.Add(text[start..i]);
            start = i + 1;
        }
        return [.. parts, text[start..]];
    }
}
