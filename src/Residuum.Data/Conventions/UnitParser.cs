using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Conventions;

/// <summary>Parses <c>product := power { (space | . | * | / | per) power }</c>, <c>power := (number | word | "(" product ")") [^ | **] [integer]</c>.</summary>
internal sealed class UnitParser(string text)
{
    private const int MaxLength = 200, MaxExponent = 9, MaxDepth = 8;

    private int _at, _depth;

    public Unit Parse()
    {
        if (text.Length > MaxLength) throw Wrong($"a unit of at most {MaxLength} characters");
        if (text.AsSpan().Trim().IsEmpty) return new Unit(text, 1, 1, 0, Dimensionality.None);
        var unit = Product();
        if (_at < text.Length) throw Wrong("a unit such as m s-1, km/h or 1");
        return new Unit(text, unit.Numerator, unit.Denominator, unit.Offset, unit.Dimensions);
    }

    private Unit Product()
    {
        var product = Power();
        while (true)
        {
            Spaces();
            if (_at == text.Length || text[_at] == ')') return product;
            bool divides = Accept("/") || Accept("per ");
            if (!divides && !Accept("*")) Accept(".");
            var factor = Power();
            product = Times(product, divides ? Raised(factor, -1) : factor);
        }
    }

    private Unit Power()
    {
        Spaces();
        var unit = Accept("(") ? Bracket() : _at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] is '-' or '+') ? Number() : Word();
        bool marked = Accept("**") || Accept("^");
        return Exponent(marked) is var exponent and not 1 ? Raised(unit, exponent) : unit;
    }

    private Unit Bracket()
    {
        if (++_depth > MaxDepth) throw Wrong("fewer brackets");
        var unit = Product();
        Spaces();
        if (!Accept(")")) throw Wrong("a closing bracket");
        _depth--;
        return unit;
    }

    private Unit Number()
    {
        int start = _at++;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] is '.' || (text[_at] is 'e' or 'E' && HasDigitAfter(_at))
            || (text[_at] is '-' or '+' && text[_at - 1] is 'e' or 'E'))) _at++;
        if (!double.TryParse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || value <= 0 || !double.IsFinite(value))
            throw Wrong("a positive factor");
        return Scaled(value);
    }

    /// <summary>A power of ten below one is kept as a denominator: 1e-3 is 1/1000 exactly.</summary>
    private static Unit Scaled(double value)
    {
        double inverse = Math.Round(1 / value);
        return value < 1 && 1 / inverse == value
            ? new Unit("", 1, inverse, 0, Dimensionality.None)
            : new Unit("", value, 1, 0, Dimensionality.None);
    }

    private bool HasDigitAfter(int at) =>
        at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || (text[at + 1] is '-' or '+' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 2])));

    private Unit Word()
    {
        int start = _at;
        while (_at < text.Length && (char.IsLetter(text[_at]) || text[_at] is '_' or '%' or '\u00b0')) _at++;
        string word = text[start.._at];
        return UnitTable.Find(word) ?? throw (word.Length == 0
            ? Wrong("a unit such as m s-1, km/h or 1")
            : new UserError("unknown unit", found: $"{FormatError.Quote(word)} in {FormatError.Quote(text)}", remedy: "see 'CF units' in the documentation, or convert before"));
    }

    private int Exponent(bool demanded)
    {
        if (_at < text.Length && text[_at] is '\u00b2' or '\u00b3') return text[_at++] == '\u00b2' ? 2 : 3;
        int start = _at;
        if (_at < text.Length && text[_at] is '-' or '+') _at++;
        int digits = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
        if (_at == digits)
        {
            _at = start;
            return demanded ? throw Wrong("an exponent") : 1;
        }
        bool read = int.TryParse(text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent);
        return read && Math.Abs(exponent) <= MaxExponent ? exponent : throw Wrong($"an exponent of at most {MaxExponent}");
    }

    private Unit Times(Unit a, Unit b) => a.Offset == 0 && b.Offset == 0
        ? new Unit("", a.Numerator * b.Numerator, a.Denominator * b.Denominator, 0, a.Dimensions * b.Dimensions)
        : throw Wrong("no unit with an offset, such as degC, inside a product");

    private Unit Raised(Unit unit, int exponent)
    {
        if (unit.Offset != 0) throw Wrong("no exponent on a unit with an offset, such as degC");
        double numerator = Math.Pow(unit.Numerator, Math.Abs(exponent)), denominator = Math.Pow(unit.Denominator, Math.Abs(exponent));
        return exponent < 0
            ? new Unit("", denominator, numerator, 0, unit.Dimensions.Power(exponent))
            : new Unit("", numerator, denominator, 0, unit.Dimensions.Power(exponent));
    }

    private bool Accept(string token)
    {
        if (!text.AsSpan(_at).StartsWith(token, StringComparison.Ordinal)) return false;
        _at += token.Length;
        return true;
    }

    private void Spaces()
    {
        while (_at < text.Length && text[_at] == ' ') _at++;
    }

    private UserError Wrong(string expected) => new("not a unit", found: FormatError.Quote(text), expected: expected);
}
