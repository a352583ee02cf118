using System.Globalization;
using System.Text;

namespace Residuum.Discovery.Expressions;

/// <summary>Writes a weighted sum of expressions as a function of the values at one point: fields, derivatives, x.</summary>
/// <remarks>Derivatives are arguments, because only the solver knows its grid and its stencils.</remarks>
/// <param name="language">The language.</param>
/// <param name="fields">Names of the fields.</param>
public sealed class SourceCode(SourceLanguage language, IReadOnlyList<string> fields)
{
    private readonly List<(string Name, OuterDerivative Derivative)> _outer = [];

    /// <summary>A function that returns Σ c_j φ_j.</summary>
    /// <param name="name">Name of the function.</param>
    /// <param name="terms">Coefficients and expressions.</param>
    public string Function(string name, IReadOnlyList<(double Coefficient, Expression Body)> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _outer.Clear();
        string sum = terms.Count == 0 ? Literal(0) : string.Join(" + ", terms.Select(term => $"{Literal(term.Coefficient)} * {Part(term.Body)}"));
        string[] arguments =
        [
            .. terms.SelectMany(term => Algebra.Needs(term.Body)).Distinct().OrderBy(need => need.Order).ThenBy(need => need.Field).Select(Argument),
            .. _outer.Select(outer => outer.Name),
            .. terms.Any(term => UsesCoordinate(term.Body)) ? ["x"] : Array.Empty<string>(),
        ];
        return Definition(name, arguments, sum);
    }

    private string Definition(string name, string[] arguments, string sum)
    {
        var text = new StringBuilder();
        string remark = language switch { SourceLanguage.Fortran => "! ", SourceLanguage.Python => "# ", _ => "// " };
        text.Append(CultureInfo.InvariantCulture, $"{remark}Add to the right-hand side. Arguments with _x, _xx, ... are derivatives in x at the same point.\n");
        foreach (var (outer, derivative) in _outer)
            text.Append(CultureInfo.InvariantCulture, $"{remark}{outer} is {Notation.Text(derivative, fields)}.\n");
        text.Append(language switch
        {
            SourceLanguage.C => $"#include <math.h>\n\ndouble {name}({string.Join(", ", arguments.Select(argument => $"double {argument}"))})\n{{\n    return {sum};\n}}\n",
            SourceLanguage.Fortran => Fortran(name, arguments, sum),
            SourceLanguage.Python => $"import numpy as np\n\n\ndef {name}({string.Join(", ", arguments)}):\n    return {sum}\n",
            _ => $"static double {Pascal(name)}({string.Join(", ", arguments.Select(argument => $"double {argument}"))}) =>\n    {sum};\n",
        });
        return text.ToString();
    }

    private static string Fortran(string name, string[] arguments, string sum)
    {
        string list = string.Join(", ", arguments);
        string declared = arguments.Length == 0 ? "" : $"  real(kind(1d0)), intent(in) :: {list}\n";
        return $"elemental function {name}({list}) result(tendency)\n{declared}  real(kind(1d0)) :: tendency\n  tendency = {sum.Replace(" + ", " &\n    + ", StringComparison.Ordinal)}\nend function\n";
    }

    private string Part(Expression expression) => expression switch
    {
        Number number => Literal(number.Value),
        Coordinate => "x",
        FieldDerivative field => Argument(field),
        Sum sum => $"({string.Join(" + ", sum.Terms.Select(Part))})",
        Product product => string.Join(" * ", product.Factors.Select(Part)),
        Power power => Raised(power),
        Call call => $"{Function(call.Function)}({Part(call.Argument)})",
        OuterDerivative outer => Outer(outer),
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    private string Raised(Power power)
    {
        string body = Part(power.Base), grouped = power.Base is Product ? $"({body})" : body;
        if (power.Exponent is 2 && power.Base is FieldDerivative or Coordinate) return $"{body} * {body}";
        return language switch
        {
            SourceLanguage.C => $"pow({body}, {Literal(power.Exponent)})",
            SourceLanguage.CSharp => $"Math.Pow({body}, {Literal(power.Exponent)})",
            _ when power.Exponent == Math.Floor(power.Exponent) => $"{grouped}**{(power.Exponent < 0 ? $"({power.Exponent:0})" : $"{power.Exponent:0}")}",
            _ => $"{grouped}**{Literal(power.Exponent)}",
        };
    }

    private string Outer(OuterDerivative outer)
    {
        int known = _outer.FindIndex(item => item.Derivative == outer);
        if (known < 0)
        {
            known = _outer.Count;
            _outer.Add(($"flux_{known + 1}", outer));
        }
        return _outer[known].Name;
    }

    private string Function(ElementaryFunction function) => (language, function) switch
    {
        (SourceLanguage.CSharp, _) => $"Math.{function}",
        (SourceLanguage.Python, _) => $"np.{function.ToString().ToLowerInvariant()}",
        (SourceLanguage.C, ElementaryFunction.Abs) => "fabs",
        _ => function.ToString().ToLowerInvariant(),
    };

    private string Argument(FieldDerivative field) => fields[field.Field] + (field.Order == 0 ? "" : "_" + new string('x', field.Order));

    /// <summary>Every digit; Fortran needs its own mark for double precision.</summary>
    private string Literal(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        if (language == SourceLanguage.Fortran) text = text.Contains('E', StringComparison.Ordinal) ? text.Replace('E', 'd') : $"{text}d0";
        else if (!text.Contains('.', StringComparison.Ordinal) && !text.Contains('E', StringComparison.Ordinal)) text += ".0";
        return value < 0 ? $"({text})" : text;
    }

    private static bool UsesCoordinate(Expression expression) => expression switch
    {
        Coordinate => true,
        Sum sum => sum.Terms.Any(UsesCoordinate),
        Product product => product.Factors.Any(UsesCoordinate),
        Power power => UsesCoordinate(power.Base),
        Call call => UsesCoordinate(call.Argument),
        _ => false,
    };

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
