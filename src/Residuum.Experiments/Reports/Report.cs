using Residuum.Experiments.Studies;

namespace Residuum.Experiments.Reports;

/// <summary>A report as data; <see cref="ReportWriter"/> turns it into one self-contained page.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Blocks">Its parts, from top to bottom.</param>
public sealed record Report(string Title, params IReadOnlyList<Block> Blocks);

/// <summary>A part of a report. All texts are plain: whatever characters they hold, they are shown, never obeyed.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>A heading.</summary>
/// <param name="Text">The text.</param>
public sealed record Heading(string Text) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Text">The text.</param>
public sealed record Paragraph(string Text) : Block;

/// <summary>The sentence that a reader looks for first, set apart.</summary>
/// <param name="Text">The text.</param>
/// <param name="Good">Whether it is good news; null where it is neither.</param>
public sealed record Callout(string Text, bool? Good = null) : Block;

/// <summary>An equation on a line of its own.</summary>
/// <param name="MathMl">A <c>math</c> element; checked by <see cref="MathMl.Parse"/>.</param>
/// <param name="Text">The same as plain text, for copying and for readers' aids.</param>
public sealed record Equation(string MathMl, string Text) : Block;

/// <summary>A listing, such as a term as source code.</summary>
/// <param name="Text">The lines.</param>
public sealed record Code(string Text) : Block;

/// <summary>A table.</summary>
/// <param name="Table">The table; its title is the caption.</param>
public sealed record TableBlock(Table Table) : Block;

/// <summary>A figure.</summary>
/// <param name="Caption">Below the figure.</param>
/// <param name="AltText">For who cannot see it.</param>
/// <param name="Svg">The SVG document, as <see cref="Figures.FigureWriter.Svg"/> gives it.</param>
public sealed record FigureBlock(string Caption, string AltText, string Svg) : Block;

/// <summary>Claims with their verdicts.</summary>
/// <param name="List">The claims.</param>
public sealed record ClaimsBlock(IReadOnlyList<Claim> List) : Block;

/// <summary>Names and values, such as versions.</summary>
/// <param name="List">Name and value, row by row.</param>
public sealed record Facts(IReadOnlyList<(string Name, string Value)> List) : Block;

/// <summary>Blocks that a click shows; all of them are printed.</summary>
/// <param name="Summary">What is inside.</param>
/// <param name="Blocks">The blocks.</param>
public sealed record Details(string Summary, params IReadOnlyList<Block> Blocks) : Block;
