using System.Globalization;
using System.Text.RegularExpressions;
using NCalc;
using NCalc.Exceptions;
using NCalc.Factories;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Expressions;

/// <summary>Reads terms such as <c>u^2*u_xx</c>, <c>sin(x)*u</c> or <c>dx(u^2)/2</c>; the grammar is NCalc's, with ^ as the power.</summary>
public static partial class ExpressionParser
{
    private const int MaxLength = 500;

    private static readonly LogicalExpressionParserOptions Grammar = new();

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The text; a space between two factors is a product, so that printed names can be read back.</param>
    /// <param name="fields">Names of the fields, in state order.</param>
    /// <exception cref="UserError">The text is no expression, or names what is not there.</exception>
    public static Expression Parse(string text, IReadOnlyList<string> fields)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fields);
        if (text.Length > MaxLength)
            throw new UserError("term too long", found: $"{text.Length} characters", expected: $"at most {MaxLength}");
        string prepared = ImplicitProduct().Replace(text.Trim(), "*").Replace("^", "**", StringComparison.Ordinal);
        LogicalExpression tree;
        try
        {
            tree = LogicalExpressionFactory.Create(prepared, Grammar, CultureInfo.InvariantCulture, CancellationToken.None);
        }
        catch (Exception error) when (error is NCalcException or InvalidOperationException or FormatException or OverflowException or ArgumentException) // the parser's own throws all of these
        {
            throw new UserError($"term '{text}' can not be read", expected: "an expression such as u^2*u_xx or sin(x)*u", inner: error);
        }
        return new TreeReader(text, fields).ReadTerm(tree);
    }

    [GeneratedRegex(@"(?<=[\w)])\s+(?=[A-Za-z_(])")]
    private static partial Regex ImplicitProduct();

    private sealed partial class TreeReader(string text, IReadOnlyList<string> fields)
    {
        /// <summary>The whole term: dx(...) stands alone or with a constant, so that it can be taken on spectra.</summary>
        public Expression ReadTerm(LogicalExpression tree)
        {
            var term = Read(tree);
            var body = Algebra.SplitConstant(term).Body;
            if (Algebra.Contains(body is OuterDerivative outer ? outer.Argument : body, part => part is OuterDerivative))
                throw new UserError($"term '{text}' uses dx(...) inside another expression", expected: "dx(...) alone or times a constant", remedy: "write sums as several terms");
            if (Algebra.Contains(term, part => part is Number number && !double.IsFinite(number.Value)))
                throw Unknown("a constant that is not finite");
            return term;
        }

        private Expression Read(LogicalExpression tree) => tree switch
        {
            ValueExpression { Value: not null } value => new Number(Constant(value.Value)),
            Identifier identifier => Name(identifier.Name),
            UnaryExpression { Type: UnaryExpressionType.Negate } unary => Algebra.Multiply(new Number(-1), Read(unary.Expression)),
            UnaryExpression { Type: UnaryExpressionType.Positive } unary => Read(unary.Expression),
            BinaryExpression binary => Binary(binary),
            Function function => Function(function.Identifier.Name, [.. function.Parameters]),
            LogicalExpressionList { Count: 1 } list => Read(list[0]),
            _ => throw Unknown("an operation that terms do not have"),
        };

        private Expression Binary(BinaryExpression binary)
        {
            var left = Read(binary.LeftExpression);
            var right = Read(binary.RightExpression);
            return binary.Type switch
            {
                BinaryExpressionType.Plus => Algebra.Add(left, right),
                BinaryExpressionType.Minus => Algebra.Add(left, Algebra.Multiply(new Number(-1), right)),
                BinaryExpressionType.Times => Algebra.Multiply(left, right),
                BinaryExpressionType.Div => Algebra.Multiply(left, Algebra.Raise(right, -1)),
                BinaryExpressionType.Exponentiation when right is Number exponent => Algebra.Raise(left, exponent.Value),
                BinaryExpressionType.Exponentiation => throw Unknown("an exponent that is not a constant"),
                _ => throw Unknown($"the operator {binary.Type}"),
            };
        }

        private Expression Function(string name, LogicalExpression[] arguments)
        {
            if (name == "dx" && arguments.Length is 1 or 2)
            {
                int order = arguments.Length == 1 ? 1 : Read(arguments[1]) is Number { Value: >= 1 and <= 8 } number ? (int)number.Value : throw Unknown("a derivative order outside 1 to 8");
                return new OuterDerivative(order, Read(arguments[0]));
            }
            if (arguments.Length == 1 && Enum.TryParse(name, ignoreCase: true, out ElementaryFunction function) && Enum.IsDefined(function))
                return new Call(function, Read(arguments[0]));
            throw Unknown($"the function {name}");
        }

        private Expression Name(string name)
        {
            for (int field = 0; field < fields.Count; field++)
            {
                if (name == fields[field]) return new FieldDerivative(field, 0);
                if (name.StartsWith(fields[field] + "_", StringComparison.Ordinal) && XSuffix().IsMatch(name[(fields[field].Length + 1)..]))
                    return new FieldDerivative(field, name.Length - fields[field].Length - 1);
            }
            return name switch
            {
                "x" => new Coordinate(),
                "pi" => new Number(Math.PI),
                _ => throw Unknown($"the name {name}"),
            };
        }

        private double Constant(object value) =>
            value is IConvertible number and not (string or bool or DateTime or char) ? number.ToDouble(CultureInfo.InvariantCulture) : throw Unknown($"the value '{value}'");

        private UserError Unknown(string what) => new(
            $"term '{text}' uses {what}",
            expected: $"the fields {string.Join(", ", fields)} and their derivatives ({fields[0]}_x, {fields[0]}_xx, ...), x, pi, numbers, + - * / ^, dx(...), {string.Join(", ", Enum.GetNames<ElementaryFunction>()).ToLowerInvariant()}");

        [GeneratedRegex("^x{1,8}$")]
        private static partial Regex XSuffix();
    }
}
