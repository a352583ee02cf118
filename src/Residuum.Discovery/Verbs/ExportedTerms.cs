using Residuum.Discovery.Expressions;
using Residuum.Discovery.Reports;
using Residuum.Experiments.Methods;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary>Forms that found terms are exported in.</summary>
internal enum ExportForm
{
    C,
    Fortran,
    Python,
    Csharp,
    Latex,
    Text,
}

/// <summary>How found terms are exported.</summary>
internal sealed record ExportOptions
{
    [Option("Programming language or notation.")]
    public ExportForm Form { get; init; } = ExportForm.Python;
}

/// <summary>The found terms of each field's equation, as text.</summary>
internal sealed record ExportedTerms(ExportForm Form, IReadOnlyList<string> Texts) : IVerbResult
{
    public static ExportedTerms Of(DiscoveryRecord record, ExportOptions options)
    {
        string[] fields = [.. record.Fields.Select(field => field.Field)];
        return new ExportedTerms(options.Form, [.. record.Fields.Select(field => Text(field, fields, options.Form))]);
    }

    public void Write(IPage page)
    {
        foreach (string text in Texts) page.Line(text.TrimEnd('\n'));
    }

    private static string Text(FieldRecord field, string[] fields, ExportForm form) => form switch
    {
        ExportForm.Latex => field.Latex,
        ExportForm.Text => field.Equation,
        _ => new SourceCode(Language(form), fields).Function($"missing_{field.Field}", [.. field.Terms.Select(term => (term.Coefficient, ExpressionParser.Parse(term.Name, fields)))]),
    };

    private static SourceLanguage Language(ExportForm form) => form switch
    {
        ExportForm.C => SourceLanguage.C,
        ExportForm.Fortran => SourceLanguage.Fortran,
        ExportForm.Csharp => SourceLanguage.CSharp,
        _ => SourceLanguage.Python,
    };
}
