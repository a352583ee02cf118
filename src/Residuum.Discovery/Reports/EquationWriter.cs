using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Reports;

/// <summary>Writes what was found as equations: f and the found terms, and where the model shows its own terms the whole equation.</summary>
public static class EquationWriter
{
    /// <summary>Such as <c>u_t = f(u) - (0.9999 ± 0.0004) u u_x</c>; where the verdict is no finding, a question mark stands in place of terms.</summary>
    /// <param name="field">What was found.</param>
    public static EquationText Correction(FieldResult field)
    {
        ArgumentNullException.ThrowIfNull(field);
        MergedTerm[] terms = field.Verdict == Verdict.Found
            ? [.. field.Terms.Select(found => new MergedTerm(found.Term.Name, found.Term.Expression, found.Coefficient, found.StandardError))]
            : [];
        var equation = EquationText.Of(Index(field), field.Library.Fields, model: true, terms);
        return field.Verdict is Verdict.Found or Verdict.NothingMissing ? equation : equation.WithUnknown();
    }

    /// <summary>The whole corrected equation, coefficients merged: λ_corrected = λ_model - c on the left-hand side (medida-ks, Algorithm 5).</summary>
    /// <param name="field">What was found.</param>
    /// <param name="model">The terms of the model as given.</param>
    /// <returns>Nothing where the verdict is no finding.</returns>
    public static EquationText? Whole(FieldResult field, IReadOnlyList<AddedTerm> model)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(model);
        if (field.Verdict is not (Verdict.Found or Verdict.NothingMissing)) return null;
        var corrected = CorrectedEquation.Of(model, field, Index(field));
        return EquationText.Of(Index(field), field.Library.Fields, model: false, corrected.Terms);
    }

    private static int Index(FieldResult field) => Math.Max(0, field.Library.Fields.ToList().IndexOf(field.Field));
}
