using System.Globalization;
using System.Text;
using Residuum.Numerics.Errors;

namespace Residuum.Data;

/// <summary>A file that can not be read as the format it claims: names file and place, what was found and what was expected.</summary>
public sealed class FormatError : UserError
{
    private const int LongestQuote = 60;

    private FormatError(string file, string where, string what, string? found, string? expected, string? remedy, Exception? inner)
        : base(what, where, found, expected, remedy, inner) => File = file;

    /// <summary>The file, as the caller named it.</summary>
    public string File { get; }

    /// <summary>An error of a whole file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="found">What was there.</param>
    /// <param name="expected">What should have been there.</param>
    /// <param name="remedy">What the user can do.</param>
    /// <param name="inner">The cause.</param>
    public static FormatError In(string file, string what, string? found = null, string? expected = null, string? remedy = null, Exception? inner = null) =>
        new(file, file, what, found, expected, remedy, inner);

    /// <summary>An error at a byte of a binary file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="offset">Byte, from 0.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="found">What was there.</param>
    /// <param name="expected">What should have been there.</param>
    /// <param name="remedy">What the user can do.</param>
    /// <param name="inner">The cause.</param>
    public static FormatError AtByte(string file, long offset, string what, string? found = null, string? expected = null, string? remedy = null, Exception? inner = null) =>
        new(file, string.Create(CultureInfo.InvariantCulture, $"{file}, byte {offset}"), what, found, expected, remedy, inner);

    /// <summary>An error at a line of a text file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="found">What was there.</param>
    /// <param name="expected">What should have been there.</param>
    /// <param name="remedy">What the user can do.</param>
    /// <param name="inner">The cause.</param>
    public static FormatError AtLine(string file, long line, string what, string? found = null, string? expected = null, string? remedy = null, Exception? inner = null) =>
        new(file, string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}"), what, found, expected, remedy, inner);

    /// <summary>Text from a file in quotation marks: shortened, control characters as escapes, safe to print on a terminal.</summary>
    /// <param name="text">Text that a file brought.</param>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder("'");
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, LongestQuote)))
        {
            if (char.IsControl(c) || char.IsSurrogate(c)) shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else shown.Append(c);
        }
        return shown.Append(text.Length > LongestQuote ? "...'" : "'").ToString();
    }
}
