using Residuum.Discovery.Expressions;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Libraries;

/// <summary>Candidate terms for the equation of one field, each name once.</summary>
public sealed class TermLibrary
{
    private TermLibrary(IReadOnlyList<string> fields, IReadOnlyList<Term> terms) => (Fields, Terms) = (fields, terms);

    /// <summary>Names of the fields that the terms are made of.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The terms, in column order.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>u^p ∂^d u for d = 1..maxDerivative and u^p for d = 0, p = 0..maxPower, d-major; the constant is left out (medida-ks, Algorithm 3).</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="maxPower">Largest power p.</param>
    /// <param name="maxDerivative">Largest order d.</param>
    public static TermLibrary Polynomial(string field, int maxPower = 4, int maxDerivative = 4) =>
        Polynomial([field], maxPower, maxDerivative);

    /// <summary>The same over several fields: all monomials of the fields up to degree <paramref name="maxPower"/>, alone and times each derivative.</summary>
    /// <param name="fields">Names of the fields.</param>
    /// <param name="maxPower">Largest total degree of the monomial.</param>
    /// <param name="maxDerivative">Largest order of the derivative.</param>
    /// <param name="constant">Whether the constant 1 is a candidate.</param>
    public static TermLibrary Polynomial(IReadOnlyList<string> fields, int maxPower, int maxDerivative, bool constant = false)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var monomials = Monomials(fields.Count, maxPower).ToList();
        var derivatives = Enumerable.Range(1, maxDerivative).SelectMany(d => Enumerable.Range(0, fields.Count).Select(f => Algebra.Field(f, d)));
        var terms = monomials.Skip(constant ? 0 : 1)
            .Concat(derivatives.SelectMany(derivative => monomials.Select(monomial => Algebra.Multiply(monomial, derivative))));
        return Of(fields, terms.Select(term => Term.Of(term, fields)));
    }

    /// <summary>A library of given terms.</summary>
    /// <param name="fields">Names of the fields.</param>
    /// <param name="terms">The terms; names must differ.</param>
    /// <exception cref="UserError">Two terms have one name, or there is none.</exception>
    public static TermLibrary Of(IReadOnlyList<string> fields, IEnumerable<Term> terms)
    {
        var list = terms.ToList();
        if (list.GroupBy(term => term.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UserError("a term stands twice in the library", found: twice.Key, remedy: "remove one of them");
        if (list.Count == 0) throw new UserError("the library has no term");
        return new TermLibrary(fields, list);
    }

    /// <summary>This library with a user's terms added; those that it has already are passed over.</summary>
    /// <param name="expressions">Terms such as <c>sin(x)*u</c>.</param>
    /// <exception cref="UserError">A text is no expression in these fields.</exception>
    public TermLibrary With(IEnumerable<string> expressions)
    {
        var known = Terms.Select(term => term.Name).ToHashSet();
        return Of(Fields, [.. Terms, .. expressions.Select(text => Term.Parse(text, Fields)).Where(term => known.Add(term.Name))]);
    }

    // By total degree, so that 1, u, v, u², uv, v², ...
    private static IEnumerable<Expression> Monomials(int fields, int maxDegree)
    {
        for (int degree = 0; degree <= maxDegree; degree++)
        {
            foreach (int[] powers in Powers(fields, degree))
                yield return Algebra.Multiply(powers.Select((power, field) => Algebra.Raise(Algebra.Field(field), power)));
        }
    }

    private static IEnumerable<int[]> Powers(int fields, int degree)
    {
        if (fields == 1)
        {
            yield return [degree];
            yield break;
        }
        for (int first = degree; first >= 0; first--)
        {
            foreach (int[] rest in Powers(fields - 1, degree - first)) yield return [first, .. rest];
        }
    }
}
