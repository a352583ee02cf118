using System.Globalization;

namespace Residuum.Data.Npy;

/// <summary>Parses the one dictionary that a header may hold; nothing is evaluated.</summary>
internal sealed class NpyDictionary(string text, Func<string, string, string?, FormatError> error)
{
    private int _at;

    public (string Description, bool FortranOrder, IReadOnlyList<long> Shape) Read()
    {
        string? description = null;
        bool? fortranOrder = null;
        List<long>? shape = null;
        Expect('{');
        while (!Accept('}'))
        {
            string key = Quoted();
            Expect(':');
            switch (key)
            {
                case "descr" when description is null: description = Description(); break;
                case "fortran_order" when fortranOrder is null: fortranOrder = Truth(); break;
                case "shape" when shape is null: shape = Tuple(); break;
                default: throw error("unknown or repeated key in the header", FormatError.Quote(key), "'descr', 'fortran_order', 'shape'");
            }
            if (!Accept(',') && Next() != '}') throw Unexpected("',' or '}'");
        }
        if (Next() != '\0') throw Unexpected("nothing after the dictionary");
        return description is not null && fortranOrder is not null && shape is not null
            ? (description, fortranOrder.Value, shape)
            : throw error("a key is missing in the header", FormatError.Quote(text), "'descr', 'fortran_order', 'shape'");
    }

    private string Description() => Next() == '['
        ? throw error("a structured array", FormatError.Quote(text), "one type for all elements: save each field as an array of its own")
        : Quoted();

    private string Quoted()
    {
        char quote = Next();
        if (quote is not ('\'' or '"')) throw Unexpected("a quoted text");
        int end = text.IndexOf(quote, _at + 1);
        if (end < 0) throw Unexpected("a closing quotation mark");
        string value = text[(_at + 1)..end];
        _at = end + 1;
        return value;
    }

    private bool Truth()
    {
        Next();
        foreach (var (word, value) in (ReadOnlySpan<(string, bool)>)[("True", true), ("False", false)])
        {
            if (!text.AsSpan(_at).StartsWith(word)) continue;
            _at += word.Length;
            return value;
        }
        throw Unexpected("True or False");
    }

    private List<long> Tuple()
    {
        var lengths = new List<long>();
        Expect('(');
        while (!Accept(')'))
        {
            lengths.Add(Length());
            if (!Accept(',') && Next() != ')') throw Unexpected("',' or ')'");
        }
        return lengths;
    }

    private long Length()
    {
        Next();
        int start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
        if (!long.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out long length)) throw Unexpected("a length");
        if (_at < text.Length && text[_at] == 'L') _at++; // Python 2 wrote long integers so
        return length;
    }

    private void Expect(char c)
    {
        if (!Accept(c)) throw Unexpected($"'{c}'");
    }

    private bool Accept(char c)
    {
        if (Next() != c) return false;
        _at++;
        return true;
    }

    private char Next()
    {
        while (_at < text.Length && text[_at] is ' ' or '\n' or '\t' or '\r') _at++;
        return _at < text.Length ? text[_at] : '\0';
    }

    private FormatError Unexpected(string expected) =>
        error("the header is not a numpy dictionary", FormatError.Quote(text[Math.Min(_at, text.Length)..]), expected);
}
