using Residuum.Discovery.Expressions;
using Residuum.Discovery.Models;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Reports;

/// <summary>What was found in one field's equation.</summary>
public sealed record FieldRecord
{
    /// <summary>Name of the field.</summary>
    public required string Field { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>f and the found terms as plain text; a question mark where no equation can be given.</summary>
    public required string Equation { get; init; }

    /// <summary>The same in LaTeX.</summary>
    public required string Latex { get; init; }

    /// <summary>The same as a MathML element.</summary>
    public required string MathMl { get; init; }

    /// <summary>The whole corrected equation, coefficients merged; nothing where the solver does not show its terms or nothing was found.</summary>
    public EquationText? Whole { get; init; }

    /// <summary>The terms that were found; none unless the verdict is <see cref="Verdict.Found"/>.</summary>
    public required IReadOnlyList<TermRecord> Terms { get; init; }

    /// <summary>Terms that were tried best where the verdict is no finding: nothing to rely on.</summary>
    public required IReadOnlyList<string> Tried { get; init; }

    /// <summary>What speaks for and against every candidate, in column order.</summary>
    public required IReadOnlyList<TermEvidence> Candidates { get; init; }

    /// <summary>Mean square per row of the increments of the model as given.</summary>
    public required double Before { get; init; }

    /// <summary>The same for the corrected model.</summary>
    public required double After { get; init; }

    /// <summary>What observation noise alone would leave.</summary>
    public required double Noise { get; init; }

    /// <summary>Largest wave number kept.</summary>
    public required double Cutoff { get; init; }

    /// <summary>Standard deviation of the observation noise.</summary>
    public required double NoiseDeviation { get; init; }

    /// <summary>Mean square of the increments by wave number, before, after, and for noise alone.</summary>
    public required SpectrumRecord Spectrum { get; init; }

    /// <summary>Least error for every number of terms.</summary>
    public required IReadOnlyList<FrontRecord> Front { get; init; }

    internal static FieldRecord Of(FieldResult field, ISolver model)
    {
        var equation = EquationWriter.Correction(field);
        bool found = field.Verdict == Verdict.Found;
        return new FieldRecord
        {
            Field = field.Field,
            Verdict = field.Verdict,
            Equation = equation.Text,
            Latex = equation.Latex,
            MathMl = equation.MathMl,
            Whole = model is PeriodicSolver periodic ? EquationWriter.Whole(field, periodic.Terms) : null,
            Terms = found ? [.. field.Terms.Select(term => TermRecord.Of(term, field.Library.Fields))] : [],
            Tried = found ? [] : field.Support,
            Candidates = field.Evidence,
            Before = field.Residual.Before,
            After = field.Residual.After,
            Noise = field.Residual.Noise,
            Cutoff = field.Cutoff,
            NoiseDeviation = field.NoiseDeviation,
            Spectrum = new SpectrumRecord(field.Residual.WaveNumbers, field.Residual.SpectrumBefore, field.Residual.SpectrumAfter, field.Residual.SpectrumNoise),
            Front = [.. (field.Front?.Points ?? []).Select(point => new FrontRecord(point.Terms, [.. point.Support.Select(column => field.Library.Terms[column].Name)], point.RelativeResidual, point.HeldOutError))],
        };
    }
}

/// <summary>A term that was found.</summary>
/// <param name="Name">The term as plain text.</param>
/// <param name="Latex">The same in LaTeX.</param>
/// <param name="Expression">The same with the fields called <c>f0</c>, <c>f1</c>, ...: can be read back whatever the fields are called.</param>
/// <param name="Coefficient">Its coefficient on the right-hand side.</param>
/// <param name="StandardError">Standard error; NaN where it is not known.</param>
/// <param name="InclusionProbability">Part of the bootstrap replicates that keep it; NaN without replicates.</param>
public sealed record TermRecord(string Name, string Latex, string Expression, double Coefficient, double StandardError, double InclusionProbability)
{
    /// <summary>The coefficient fitted without the held-out samples: what these are forecast with.</summary>
    public double Trained { get; init; } = Coefficient;

    /// <summary>The term as an expression in the fields by index.</summary>
    /// <param name="fields">Number of fields.</param>
    public Expression Read(int fields) => ExpressionParser.Parse(Expression, Indexed(fields));

    internal static TermRecord Of(FoundTerm found, IReadOnlyList<string> fields) => new(
        found.Term.Name, found.Term.Latex, Notation.Text(found.Term.Expression, Indexed(fields.Count)), found.Coefficient, found.StandardError, found.InclusionProbability)
    {
        Trained = found.Trained,
    };

    private static string[] Indexed(int fields) => [.. Enumerable.Range(0, fields).Select(field => $"f{field}")];
}

/// <summary>Spectra of the increments.</summary>
/// <param name="WaveNumbers">Wave numbers.</param>
/// <param name="Before">Mean square per row for the model as given.</param>
/// <param name="After">The same for the corrected model.</param>
/// <param name="Noise">What noise alone would leave.</param>
public sealed record SpectrumRecord(IReadOnlyList<double> WaveNumbers, IReadOnlyList<double> Before, IReadOnlyList<double> After, IReadOnlyList<double> Noise);

/// <summary>The best model of a number of terms.</summary>
/// <param name="Count">Number of terms.</param>
/// <param name="Terms">Their names.</param>
/// <param name="RelativeResidual">RSS/yᵀy.</param>
/// <param name="HeldOutError">Mean square error per row on held-out samples.</param>
public sealed record FrontRecord(int Count, IReadOnlyList<string> Terms, double RelativeResidual, double HeldOutError);
