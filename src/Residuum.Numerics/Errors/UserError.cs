namespace Residuum.Numerics.Errors;

/// <summary>A mistake that the user can mend: one line saying where, what was found, what was expected, what to do.</summary>
/// <remarks>The tool prints <see cref="Exception.Message"/> and ends with exit code 2; never a stack trace.</remarks>
public class UserError : Exception
{
    /// <summary>Builds the line <c>where: what: found ..., expected ...; remedy</c> from the parts that are given.</summary>
    /// <param name="what">What is wrong, in a few words.</param>
    /// <param name="where">File, line, byte, option or key.</param>
    /// <param name="found">What was there.</param>
    /// <param name="expected">What should have been there.</param>
    /// <param name="remedy">What the user can do.</param>
    /// <param name="inner">The cause, shown only with <c>--debug</c>.</param>
    public UserError(string what, string? where = null, string? found = null, string? expected = null, string? remedy = null, Exception? inner = null)
        : base(OneLine(what, where, found, expected, remedy), inner) =>
        (What, Where, Found, Expected, Remedy) = (what, where, found, expected, remedy);

    /// <summary>What is wrong, in a few words.</summary>
    public string What { get; }

    /// <summary>File, line, byte, option or key.</summary>
    public string? Where { get; }

    /// <summary>What was there.</summary>
    public string? Found { get; }

    /// <summary>What should have been there.</summary>
    public string? Expected { get; }

    /// <summary>What the user can do.</summary>
    public string? Remedy { get; }

    private static string OneLine(string what, string? where, string? found, string? expected, string? remedy)
    {
        string line = where is null ? what : $"{where}: {what}";
        if (found is not null) line += $": found {found}";
        if (expected is not null) line += found is null ? $": expected {expected}" : $", expected {expected}";
        if (remedy is not null) line += $"; {remedy}";
        return line.ReplaceLineEndings(" ");
    }
}
