using System.Globalization;
using System.Text;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Data.LibSvm;

/// <summary>Collects the samples of LIBSVM text line by line.</summary>
internal sealed class LibSvmRows(string name, LibSvmOptions options)
{
    private readonly List<double> _labels = [];
    private readonly SparseRows _rows = new();
    private readonly int _least = options.ZeroBased == false ? 1 : 0;
    private int _smallest = int.MaxValue, _largest = -1;
    private long _line, _largestLine;

    /// <summary>Adds a line; a blank one, or one with a comment alone, adds no sample.</summary>
    public void Add(ReadOnlySpan<byte> line, long number)
    {
        _line = number;
        int comment = line.IndexOf((byte)'#');
        if (comment >= 0) line = line[..comment];
        var label = Token(ref line);
        if (label.IsEmpty) return;
        _labels.Add(Label(label));
        int last = -1;
        for (var token = Token(ref line); !token.IsEmpty; token = Token(ref line)) AddEntry(token, ref last);
        if (last > _largest) (_largest, _largestLine) = (last, number);
        _rows.EndRow();
    }

    /// <summary>The samples; the indices now count from 0.</summary>
    public LibSvmData ToData()
    {
        if (_labels.Count == 0) throw FormatError.In(name, "no sample", expected: "lines such as '1 3:0.5 7:1'");
        bool isZeroBased = options.ZeroBased ?? _smallest == 0;
        int shift = isZeroBased ? 0 : 1, features = _largest < 0 ? 0 : _largest + 1 - shift;
        if (options.Features < features)
            throw FormatError.AtLine(name, _largestLine, "an index is above the number of features", $"{_largest}", $"at most {options.Features - 1 + shift}");
        return new LibSvmData(_rows.ToMatrix(options.Features ?? features, first: shift), [.. _labels], isZeroBased);
    }

    private static ReadOnlySpan<byte> Token(ref ReadOnlySpan<byte> line)
    {
        int start = line.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r');
        if (start < 0) return line = default;
        line = line[start..];
        int end = line.IndexOfAny((byte)' ', (byte)'\t');
        var token = end < 0 ? line : line[..end];
        line = line[token.Length..];
        return token;
    }

    private double Label(ReadOnlySpan<byte> token)
    {
        if (TryNumber(token, out double label)) return label;
        throw token.Contains((byte)',') && !token.Contains((byte)':')
            ? Wrong("several labels in a line are not read", token, "one number", "make a file for each label")
            : Wrong("a line begins with no label", token, "a finite number");
    }

    private void AddEntry(ReadOnlySpan<byte> token, ref int last)
    {
        int colon = token.IndexOf((byte)':');
        if (colon <= 0) throw Wrong("no feature", token, "index:value");
        if (token[..colon].SequenceEqual("qid"u8)) return;
        if (!TryIndex(token[..colon], out int index)) throw Wrong("an index out of range", token, $"a whole number from {_least} to {LibSvmOptions.MostFeatures}");
        if (index <= last) throw Wrong("indices do not ascend", token, $"an index above {last}");
        if (!TryNumber(token[(colon + 1)..], out double value)) throw Wrong("no value", token, "a finite number after the colon");
        if (_rows.Entries == Array.MaxLength / 2) throw FormatError.AtLine(name, _line, "too many entries", expected: $"at most {Array.MaxLength / 2}");
        last = index;
        _smallest = Math.Min(_smallest, index);
        _rows.Add(index, value);
    }

    private bool TryIndex(ReadOnlySpan<byte> digits, out int index)
    {
        index = 0;
        if (digits.Length is 0 or > 9) return false;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            index = (10 * index) + digit - '0';
        }
        return index >= _least && index <= LibSvmOptions.MostFeatures;
    }

    /// <summary>A single digit is most of what such files hold.</summary>
    private static bool TryNumber(ReadOnlySpan<byte> text, out double value)
    {
        if (text is [>= (byte)'0' and <= (byte)'9'])
        {
            value = text[0] - '0';
            return true;
        }
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    private FormatError Wrong(string what, ReadOnlySpan<byte> token, string expected, string? remedy = null) =>
        FormatError.AtLine(name, _line, what, FormatError.Quote(Encoding.UTF8.GetString(token[..Math.Min(token.Length, 200)])), expected, remedy);
}
