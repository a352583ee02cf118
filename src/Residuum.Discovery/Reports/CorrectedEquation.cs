using Residuum.Discovery.Expressions;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Reports;

/// <summary>The whole equation of one field after the correction: the model's own terms with what was found added in (medida-ks, Algorithm 5).</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Terms">Terms that are left, in the model's order, then the new ones.</param>
/// <param name="Cancelled">Terms of the model that the correction takes away: what is left of them is less than three standard errors.</param>
public sealed record CorrectedEquation(string Field, IReadOnlyList<MergedTerm> Terms, IReadOnlyList<MergedTerm> Cancelled)
{
    private const double Significance = 3;

    /// <summary>Merges a model's terms with those that were found.</summary>
    /// <param name="model">The terms of the model as given.</param>
    /// <param name="found">What was found in the field's equation.</param>
    /// <param name="index">Index of the field.</param>
    public static CorrectedEquation Of(IReadOnlyList<AddedTerm> model, FieldResult found, int index)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(found);
        var fields = found.Library.Fields;
        var merged = new List<MergedTerm>();
        foreach (var term in model.Where(term => term.Field == index))
        {
            var (constant, body) = Algebra.SplitConstant(Advective(term.Term.Expression));
            Add(merged, body, term.Coefficient * constant, 0, fields);
        }
        foreach (var term in found.Terms)
        {
            var (constant, body) = Algebra.SplitConstant(term.Term.Expression);
            Add(merged, body, term.Coefficient * constant, Math.Abs(constant) * term.StandardError, fields);
        }
        return new CorrectedEquation(found.Field, [.. merged.Where(term => !Vanishes(term))], [.. merged.Where(term => Vanishes(term) && term.StandardError != 0)]);
    }

    // c (u^p)_x = c p u^{p-1} u_x: the form in which libraries name the term.
    private static Expression Advective(Expression expression)
    {
        var (constant, body) = Algebra.SplitConstant(expression);
        return body is OuterDerivative { Order: 1, Argument: Power { Base: FieldDerivative { Order: 0 } field } power }
            ? Algebra.Multiply(new Number(constant * power.Exponent), Algebra.Raise(field, power.Exponent - 1), Algebra.Field(field.Field, 1))
            : expression;
    }

    private static void Add(List<MergedTerm> merged, Expression body, double coefficient, double error, IReadOnlyList<string> fields)
    {
        string name = Notation.Text(body, fields);
        int known = merged.FindIndex(term => term.Name == name);
        if (known < 0) merged.Add(new MergedTerm(name, body, coefficient, error));
        else merged[known] = merged[known] with { Coefficient = merged[known].Coefficient + coefficient, StandardError = Math.Sqrt((merged[known].StandardError * merged[known].StandardError) + (error * error)) };
    }

    private static bool Vanishes(MergedTerm term) => term.Coefficient == 0 || Math.Abs(term.Coefficient) < Significance * term.StandardError;
}

/// <summary>A term of a whole equation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Body">What it is.</param>
/// <param name="Coefficient">Its coefficient on the right-hand side.</param>
/// <param name="StandardError">Standard error of the coefficient; 0 where it is the model's own.</param>
public sealed record MergedTerm(string Name, Expression Body, double Coefficient, double StandardError);
