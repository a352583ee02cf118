using CsCheck;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Libraries;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Expressions;

public sealed class ExpressionParserTests
{
    private static readonly string[] Fields = ["u", "v"];
    private static readonly double[] Exponents = [-2, -1, 0.5, 2, 3];

    private static readonly Gen<Expression> Leaf = Gen.OneOf<Expression>(
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 4], (field, order) => Algebra.Field(field, order)),
        Gen.Const<Expression>(new Coordinate()),
        Gen.Double[-1e3, 1e3].Select(value => (Expression)new Number(value)));

    private static readonly Gen<Expression> Tree = Gen.Recursive<Expression>((depth, inner) => depth > 3 ? Leaf : Gen.OneOf(
        Leaf,
        inner.Array[2, 3].Select(terms => Algebra.Add(terms)),
        inner.Array[2, 3].Select(factors => Algebra.Multiply(factors)),
        Gen.Select(inner, Gen.Int[0, 4].Select(i => Exponents[i]), Algebra.Raise),
        Gen.Select(Gen.Enum<ElementaryFunction>(), inner, (function, argument) => (Expression)new Call(function, argument))));

    [Theory]
    [InlineData("u*u_x*u", "u^2 u_x")]
    [InlineData("u_x*u**2", "u^2 u_x")]
    [InlineData("2*u*3", "6 u")]
    [InlineData("u/u_x", "u u_x^(-1)")]
    [InlineData("u - 2", "u - 2")]
    [InlineData("-u_xx", "(-1) u_xx")]
    [InlineData("v u", "u v")]
    [InlineData("sin(x) u", "u sin(x)")]
    [InlineData("x*u_xxxx*u", "u u_xxxx x")]
    [InlineData("(u*v)^0.5", "(u v)^0.5")]
    [InlineData("1/(u*v)", "(u v)^(-1)")]
    [InlineData("(u^2)^0.5", "(u^2)^0.5")]
    [InlineData("dx(u^2)/2", "0.5 dx(u^2)")]
    [InlineData("dx(u*v, 3)", "dx(u v, 3)")]
    [InlineData("2^3", "8")]
    public void A_term_has_one_name(string text, string name)
    {
        Assert.Equal(name, Term.Parse(text, Fields).Name);
        Assert.Equal(name, Term.Parse(name, Fields).Name);
    }

    [Fact]
    public void What_is_printed_can_be_read_back() => Tree
        .Select(tree => Notation.Text(tree, Fields))
        .Where(text => text.Length < 400 && !text.Contains("Infinity", StringComparison.Ordinal) && !text.Contains("NaN", StringComparison.Ordinal))
        .Sample(text => Notation.Text(ExpressionParser.Parse(text, Fields), Fields) == text);

    [Theory]
    [InlineData("")]
    [InlineData("u +")]
    [InlineData("u^v")]
    [InlineData("foo(u)")]
    [InlineData("sin(u, v)")]
    [InlineData("u_y")]
    [InlineData("u_xxxxxxxxx")]
    [InlineData("w")]
    [InlineData("u && v")]
    [InlineData("u > v")]
    [InlineData("'text'")]
    [InlineData("((u)")]
    [InlineData("dx()")]
    [InlineData("dx(u, 99)")]
    [InlineData("u*dx(u^2)")]
    [InlineData("dx(dx(u^2))")]
    [InlineData("dx(u^2) + u")]
    [InlineData("1/0*u")]
    [InlineData("if(u, 1, 2)")]
    [InlineData("u\n+")]
    [InlineData("true")]
    [InlineData("#2020-01-01#")]
    public void What_is_no_term_is_refused_in_one_line(string text)
    {
        var error = Assert.Throws<UserError>(() => ExpressionParser.Parse(text, Fields));
        Assert.DoesNotContain('\n', error.Message);
        Assert.StartsWith("term", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.String[Gen.OneOf(Gen.Char["uvx_0123456789.+-*/^() ,'#[]{}&|<>=!~%?:e"], Gen.Char), 0, 30]
        .Sample(text =>
        {
            try
            {
                ExpressionParser.Parse(text, Fields);
            }
            catch (UserError error)
            {
                Assert.DoesNotContain('\n', error.Message);
            }
        });

    [Fact]
    public void A_long_text_is_refused() =>
        Assert.Contains("501 characters", Assert.Throws<UserError>(() => ExpressionParser.Parse(new string('u', 501), Fields)).Message, StringComparison.Ordinal);
}
