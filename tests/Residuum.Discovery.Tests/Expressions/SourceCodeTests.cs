using System.Globalization;
using Residuum.Discovery.Expressions;

namespace Residuum.Discovery.Tests.Expressions;

public sealed class SourceCodeTests
{
    private static readonly string[] Fields = ["u"];

    private static readonly (double, Expression)[] Terms =
    [
        (-0.5, Read("u^2*u_xx")),
        (0.25, Read("sin(x)*u_x")),
        (1e-7, Read("u^3")),
    ];

    [Theory]
    [InlineData(SourceLanguage.C, "double missing_term(double u, double u_x, double u_xx, double x)\n{\n    return (-0.5) * u * u * u_xx + 0.25 * u_x * sin(x) + 1E-07 * pow(u, 3.0);\n}\n")]
    [InlineData(SourceLanguage.Python, "def missing_term(u, u_x, u_xx, x):\n    return (-0.5) * u * u * u_xx + 0.25 * u_x * np.sin(x) + 1E-07 * u**3\n")]
    [InlineData(SourceLanguage.CSharp, "static double MissingTerm(double u, double u_x, double u_xx, double x) =>\n    (-0.5) * u * u * u_xx + 0.25 * u_x * Math.Sin(x) + 1E-07 * Math.Pow(u, 3.0);\n")]
    [InlineData(SourceLanguage.Fortran, "  tendency = (-0.5d0) * u * u * u_xx &\n    + 0.25d0 * u_x * sin(x) &\n    + 1d-07 * u**3\n")]
    public void A_term_is_written_in_the_language_of_the_solver(SourceLanguage language, string expected) =>
        Assert.Contains(expected, new SourceCode(language, Fields).Function("missing_term", Terms), StringComparison.Ordinal);

    [Fact]
    public void A_flux_becomes_an_argument_that_is_explained()
    {
        string code = new SourceCode(SourceLanguage.C, Fields).Function("h", [(1, new OuterDerivative(1, Read("u^2")))]);
        Assert.Contains("// flux_1 is dx(u^2).", code, StringComparison.Ordinal);
        Assert.Contains("return 1.0 * flux_1;", code, StringComparison.Ordinal);
    }

    [Fact, Trait("Needs", "python")]
    public void Python_computes_the_same_number()
    {
        string code = new SourceCode(SourceLanguage.Python, Fields).Function("h", Terms) + "print(repr(float(h(1.5, -0.25, 2.0, 0.75))))\n";
        double expected = (-0.5 * 1.5 * 1.5 * 2) + (0.25 * -0.25 * Math.Sin(0.75)) + (1e-7 * 1.5 * 1.5 * 1.5);
        Assert.Equal(expected, double.Parse(ChildProcess.Output(Needs.PythonModule("numpy"), "-c", code), CultureInfo.InvariantCulture), 15);
    }

    [Fact, Trait("Needs", "gcc")]
    public void C_and_Fortran_compile_without_a_warning()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("h.c"), new SourceCode(SourceLanguage.C, Fields).Function("h", Terms).Replace("\ndouble", "\ndouble h(double, double, double, double);\ndouble", StringComparison.Ordinal));
        ChildProcess.Output(Needs.Program("gcc"), "-Wall", "-Wextra", "-Werror", "-std=c99", "-c", folder.File("h.c"), "-o", folder.File("c.o"));
        File.WriteAllText(folder.File("h.f90"), new SourceCode(SourceLanguage.Fortran, Fields).Function("h", Terms));
        ChildProcess.Output(Needs.Program("gfortran"), "-Wall", "-Werror", "-std=f2003", "-c", folder.File("h.f90"), "-o", folder.File("f.o"));
    }

    [Theory, Trait("Needs", "gcc")]
    [InlineData(SourceLanguage.C)]
    [InlineData(SourceLanguage.Fortran)]
    public void Compiled_code_computes_what_the_evaluator_computes(SourceLanguage language)
    {
        using var folder = new TemporaryFolder();
        double[] expected = Evaluated(out double[] u, out double[] slope, out double[] curvature, out double[] x);
        string values = string.Join(" ", Enumerable.Range(0, u.Length).SelectMany(i => new[] { u[i], slope[i], curvature[i], x[i] }).Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
        string code = new SourceCode(language, Fields).Function("h", Terms);
        string source = folder.File(language == SourceLanguage.C ? "h.c" : "h.f90"), program = folder.File("h");
        File.WriteAllText(source, language == SourceLanguage.C
            ? "#include <stdio.h>\n#include <stdlib.h>\n" + code + "int main(int n, char **a) { for (int i = 1; i < n; i += 4) printf(\"%.17g\\n\", h(atof(a[i]), atof(a[i + 1]), atof(a[i + 2]), atof(a[i + 3]))); return 0; }\n"
            : "module missing\ncontains\n" + code + "end module\nprogram main\n  use missing\n  real(kind(1d0)) :: v(4)\n  character(32) :: a\n  integer :: i, j\n  do i = 1, command_argument_count(), 4\n    do j = 1, 4\n      call get_command_argument(i + j - 1, a)\n      read(a, *) v(j)\n    end do\n    print '(es24.16)', h(v(1), v(2), v(3), v(4))\n  end do\nend program\n");
        ChildProcess.Output(Needs.Program(language == SourceLanguage.C ? "gcc" : "gfortran"), source, "-o", program, "-lm");
        double[] computed = [.. ChildProcess.Output(program, values.Split(' ')).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
        Assert.Equal(expected.Length, computed.Length);
        Assert.All(expected.Zip(computed), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
    }

    private static double[] Evaluated(out double[] u, out double[] slope, out double[] curvature, out double[] x)
    {
        double[] points = [0.1, 0.75, 2.5, 4];
        (u, slope, curvature, x) = ([1.5, -0.3, 0.01, 2], [-0.25, 1, 3, -2], [2, 0.5, -1, 0.125], points);
        var evaluator = new ExpressionEvaluator(points);
        evaluator.Inputs[new FieldDerivative(0, 0)] = u;
        evaluator.Inputs[new FieldDerivative(0, 1)] = slope;
        evaluator.Inputs[new FieldDerivative(0, 2)] = curvature;
        var sum = new double[points.Length];
        var one = new double[points.Length];
        foreach (var (coefficient, body) in Terms)
        {
            evaluator.Evaluate(body, one);
            for (int i = 0; i < sum.Length; i++) sum[i] += coefficient * one[i];
        }
        return sum;
    }

    [Fact]
    public void Mathml_has_subscripts_and_superscripts() =>
        Assert.Equal(
            "<mrow><msup><mi>u</mi><mn>2</mn></msup><mspace width=\"0.17em\"/><msub><mi>u</mi><mi>xx</mi></msub></mrow>",
            MathMlNotation.Of(Read("u^2*u_xx"), Fields));

    private static Expression Read(string text) => ExpressionParser.Parse(text, Fields);
}
