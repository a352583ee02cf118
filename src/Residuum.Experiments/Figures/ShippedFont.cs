using ScottPlot;
using SkiaSharp;

namespace Residuum.Experiments.Figures;

/// <summary>The font of all figures, Inter (SIL Open Font License 1.1), so that text is the same on every machine.</summary>
internal sealed class ShippedFont : IFontResolver
{
    public const string Name = "Inter";

    private static readonly Lazy<ShippedFont> Registered = new(Register);
    private readonly SKTypeface _regular = Load("Inter-Regular.otf"), _bold = Load("Inter-SemiBold.otf");

    private ShippedFont()
    {
    }

    /// <summary>The font, known to ScottPlot from the first call on.</summary>
    public static ShippedFont Instance => Registered.Value;

    /// <summary>The font's name, or that of a system font where a text has characters that it cannot draw.</summary>
    public string NameFor(string text) =>
        text.EnumerateRunes().All(rune => _regular.GetGlyph(rune.Value) != 0) ? Name : ScottPlot.Fonts.Detect(text);

    public SKTypeface Face(bool bold) => bold ? _bold : _regular;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? Face(weight >= FontWeight.SemiBold) : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Face(bold) : null;

    private static ShippedFont Register()
    {
        var font = new ShippedFont();
        ScottPlot.Fonts.FontResolvers.Insert(0, font);
        return font;
    }

    private static SKTypeface Load(string file)
    {
        using var resource = typeof(ShippedFont).Assembly.GetManifestResourceStream($"Fonts/{file}")
            ?? throw new InvalidOperationException($"the font {file} is not in the assembly");
        using var data = SKData.Create(resource);
        return SKTypeface.FromData(data);
    }
}
