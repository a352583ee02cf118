using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Reports;
using Residuum.Experiments.Methods;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary>Forms that found terms are exported in.</summary>
internal enum ExportForm
{
    Text,
    Latex,
    Mathml,
    Json,
    C,
    Fortran,
    Python,
    Csharp,
}

/// <summary>How found terms are exported.</summary>
internal sealed record ExportOptions
{
    [Option("Notation or programming language.")]
    public ExportForm To { get; init; } = ExportForm.Text;
}

/// <summary>The found terms of each field's equation, in the form that was asked for.</summary>
internal sealed record ExportedTerms(ExportForm Form, IReadOnlyList<string> Texts) : IVerbResult
{
    public static ExportedTerms Of(DiscoveryRecord record, ExportOptions options)
    {
        if (record.Verdict is not (Verdict.Found or Verdict.NothingMissing) && options.To is not ExportForm.Json)
            throw new UserError("this run found no equation to export", found: record.Sentence, remedy: "read 'discover explain', add candidate terms, or observe more");
        string[] fields = [.. record.Fields.Select(field => field.Field)];
        return new ExportedTerms(options.To, [.. record.Fields.Select((field, index) => Text(field, index, fields, options.To))]);
    }

    public void Write(IPage page)
    {
        foreach (string text in Texts) page.Line(text.TrimEnd('\n'));
    }

    private static string Text(FieldRecord field, int index, string[] fields, ExportForm form) => form switch
    {
        ExportForm.Text => field.Equation,
        ExportForm.Latex => field.Latex,
        ExportForm.Mathml => field.MathMl,
        ExportForm.Json => JsonSerializer.Serialize(field, Style),
        ExportForm.C => TermSource.Of(field, index, fields, SourceLanguage.C),
        ExportForm.Fortran => TermSource.Of(field, index, fields, SourceLanguage.Fortran),
        ExportForm.Csharp => TermSource.Of(field, index, fields, SourceLanguage.CSharp),
        _ => TermSource.Of(field, index, fields, SourceLanguage.Python),
    };

    private static readonly JsonSerializerOptions Style = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}
