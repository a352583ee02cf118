using System.Xml.Linq;
using Residuum.Discovery.Models;
using Residuum.Discovery.Reports;
using Residuum.Experiments.Reports;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Reports;

public sealed class EquationTests
{
    private static readonly KuramotoSivashinsky Truth = new(FourierGrid.Periodic(22, 32));

    [Theory]
    [InlineData(-1.00291, 0.00113, "-1.0029 ± 0.0011")]
    [InlineData(0.50005, 0.000893, "0.50005 ± 0.00089")]
    [InlineData(12.3456, 0.0996, "12.35 ± 0.10")]
    [InlineData(1234.6, 12.3, "1235 ± 12")]
    [InlineData(4.0e-5, 2.0e-7, "(4.000 ± 0.020)e-5")]
    [InlineData(3.21e8, 4.5e6, "(3.210 ± 0.045)e8")]
    [InlineData(0.0012, 0.003, "0.0012 ± 0.0030")]
    [InlineData(2.5, 0, "2.5")]
    [InlineData(2.5, double.NaN, "2.5")]
    public void A_value_has_the_digits_that_its_error_supports(double value, double error, string expected) =>
        Assert.Equal(expected, MeasuredNumber.WithError(value, error));

    [Fact]
    public void The_correction_stands_beside_the_model()
    {
        var equation = EquationWriter.Correction(FieldResults.Of(Verdict.Found, 0.01, ("u u_x", -1.0029, 0.0011), ("u_xxx", 0.5, 0.02)));
        Assert.Equal("u_t = f(u) - (1.0029 ± 0.0011) u u_x + (0.500 ± 0.020) u_xxx", equation.Text);
        Assert.Equal(@"u_t = f(u) - \left(1.0029 \pm 0.0011\right) \, u \, u_{x} + \left(0.500 \pm 0.020\right) \, u_{xxx}", equation.Latex);
        Assert.Equal("math", MathMl.Parse(equation.MathMl).Name.LocalName);
    }

    [Theory]
    [InlineData(Verdict.NotExplained)]
    [InlineData(Verdict.NotAtRest)]
    [InlineData(Verdict.Diverged)]
    public void Where_nothing_was_found_no_term_stands_in_the_equation(Verdict verdict)
    {
        var field = FieldResults.Of(verdict, 0.01, ("u u_x", -0.4, 0.01));
        Assert.Equal("u_t = f(u) + ?", EquationWriter.Correction(field).Text);
        Assert.Null(EquationWriter.Whole(field, Truth.Terms));
    }

    [Fact]
    public void The_whole_equation_has_merged_coefficients()
    {
        var model = KuramotoSivashinskyCases.Named("no-advection").Model(Truth);
        var field = FieldResults.Of(Verdict.Found, 0.01, ("u u_x", -1.0029, 0.0011), ("u_xx", 0.25, 0.02));
        Assert.Equal("u_t = -(1.0029 ± 0.0011) u u_x - (0.750 ± 0.020) u_xx - u_xxxx", EquationWriter.Whole(field, model.Terms)!.Text);
    }

    [Fact]
    public void A_term_that_the_correction_takes_away_is_gone()
    {
        var model = KuramotoSivashinskyCases.Named("extra-uxxx-0.5").Model(Truth);
        var corrected = CorrectedEquation.Of(model.Terms, FieldResults.Of(Verdict.Found, 0.01, ("u_xxx", 0.4994, 0.0009)), 0);
        Assert.Equal(["u u_x", "u_xx", "u_xxxx"], corrected.Terms.Select(term => term.Name));
        Assert.Equal("u_xxx", Assert.Single(corrected.Cancelled).Name);
        Assert.Equal("u_t = -u u_x - u_xx - u_xxxx", EquationWriter.Whole(FieldResults.Of(Verdict.Found, 0.01, ("u_xxx", 0.4994, 0.0009)), model.Terms)!.Text);
    }

    [Fact]
    public void Mathml_of_every_equation_is_taken_by_the_report()
    {
        var field = FieldResults.Of(Verdict.Found, 0.01, ("u^2 u_xx", 4e-5, 2e-7), ("u^3", -1, 0));
        foreach (string math in new[] { EquationWriter.Correction(field).MathMl, EquationWriter.Whole(field, Truth.Terms)!.MathMl })
            Assert.NotEmpty(MathMl.Parse(math).DescendantNodes().OfType<XText>());
    }
}
