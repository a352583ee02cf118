using System.Text.RegularExpressions;
using Residuum.Discovery.Expressions;

namespace Residuum.Discovery.Reports;

/// <summary>The found terms of one field's equation as a function in a programming language.</summary>
public static partial class TermSource
{
    /// <summary>The function's text; its arguments are the values of fields and derivatives at one point.</summary>
    /// <param name="field">What was found.</param>
    /// <param name="index">Index of the field.</param>
    /// <param name="fields">Names of all fields.</param>
    /// <param name="language">The language.</param>
    public static string Of(FieldRecord field, int index, IReadOnlyList<string> fields, SourceLanguage language)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(fields);
        string[] names = [.. fields.Select((name, i) => IsIdentifier().IsMatch(name) ? name : $"f{i}")];
        return new SourceCode(language, names).Function($"missing_{names[index]}", [.. field.Terms.Select(term => (term.Coefficient, term.Read(fields.Count)))]);
    }

    /// <summary>Ending of a source file.</summary>
    /// <param name="language">The language.</param>
    public static string Ending(SourceLanguage language) => language switch
    {
        SourceLanguage.C => ".c",
        SourceLanguage.Fortran => ".f90",
        SourceLanguage.Python => ".py",
        _ => ".cs",
    };

    // What is an identifier in all four languages; Fortran takes no leading underscore.
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,30}$")]
    private static partial Regex IsIdentifier();
}
