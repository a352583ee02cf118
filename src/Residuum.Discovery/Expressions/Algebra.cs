namespace Residuum.Discovery.Expressions;

/// <summary>Builds expressions in one canonical form.</summary>
public static class Algebra
{
    /// <summary>Field f, differentiated <paramref name="order"/> times.</summary>
    /// <param name="field">Index of the field.</param>
    /// <param name="order">Order of the derivative.</param>
    public static Expression Field(int field = 0, int order = 0) => new FieldDerivative(field, order);

    /// <summary>A sum, flattened; zeros leave.</summary>
    /// <param name="terms">Its terms.</param>
    public static Expression Add(params IEnumerable<Expression> terms)
    {
        var flat = terms.SelectMany(term => term is Sum sum ? sum.Terms : [term]).Where(term => term is not Number { Value: 0 }).ToList();
        return flat.Count switch { 0 => new Number(0), 1 => flat[0], _ => new Sum(flat) };
    }

    /// <summary>A product, flattened: constants folded in front, equal bases merged into powers.</summary>
    /// <param name="factors">Its factors.</param>
    public static Expression Multiply(params IEnumerable<Expression> factors)
    {
        double constant = 1;
        var powers = new List<(Expression Base, double Exponent)>();
        foreach (var factor in factors.SelectMany(factor => factor is Product product ? product.Factors : [factor]))
        {
            if (factor is Number number)
            {
                constant *= number.Value;
                continue;
            }
            var (body, exponent) = factor is Power power ? (power.Base, power.Exponent) : (factor, 1.0);
            int known = powers.FindIndex(pair => pair.Base == body);
            if (known < 0) powers.Add((body, exponent));
            else powers[known] = (body, powers[known].Exponent + exponent);
        }
        if (constant == 0) return new Number(0);
        var result = powers.Where(pair => pair.Exponent != 0).OrderBy(pair => Rank(pair.Base)).Select(pair => Raise(pair.Base, pair.Exponent)).ToList();
        if (constant != 1 || result.Count == 0) result.Insert(0, new Number(constant));
        return result.Count == 1 ? result[0] : new Product(result);
    }

    /// <summary>A power; exponents 0 and 1 and constants are carried out.</summary>
    /// <param name="body">What is raised.</param>
    /// <param name="exponent">The exponent.</param>
    public static Expression Raise(Expression body, double exponent) => (body, exponent) switch
    {
        (_, 0) => new Number(1),
        (_, 1) => body,
        (Number number, _) => new Number(Math.Pow(number.Value, exponent)),
        (Power power, _) when exponent == Math.Floor(exponent) => Raise(power.Base, power.Exponent * exponent),
        _ => new Power(body, exponent),
    };

    /// <summary>Splits c E into the constant c and its body E.</summary>
    /// <param name="expression">Any expression.</param>
    public static (double Constant, Expression Body) SplitConstant(Expression expression) => expression switch
    {
        Number number => (number.Value, new Number(1)),
        Product { Factors: [Number number, ..] factors } => (number.Value, Multiply(factors.Skip(1))),
        _ => (1, expression),
    };

    /// <summary>All fields and derivatives that an expression needs.</summary>
    /// <param name="expression">Any expression.</param>
    public static IEnumerable<FieldDerivative> Needs(Expression expression) => expression switch
    {
        FieldDerivative field => [field],
        Sum sum => sum.Terms.SelectMany(Needs),
        Product product => product.Factors.SelectMany(Needs),
        Power power => Needs(power.Base),
        Call call => Needs(call.Argument),
        OuterDerivative outer => Needs(outer.Argument),
        _ => [],
    };

    /// <summary>Whether any part of an expression, itself included, is of a kind.</summary>
    /// <param name="expression">Any expression.</param>
    /// <param name="kind">The kind.</param>
    internal static bool Contains(Expression expression, Func<Expression, bool> kind) => kind(expression) || (expression switch
    {
        Sum sum => sum.Terms.Any(term => Contains(term, kind)),
        Product product => product.Factors.Any(factor => Contains(factor, kind)),
        Power power => Contains(power.Base, kind),
        Call call => Contains(call.Argument, kind),
        OuterDerivative outer => Contains(outer.Argument, kind),
        _ => false,
    });

    // Fields first, by index and order, then x, then functions: u^2 u_x, never u_x u^2.
    private static int Rank(Expression body) => body switch
    {
        FieldDerivative field => (field.Order * 64) + field.Field,
        Coordinate => 100_000,
        _ => 200_000,
    };
}
