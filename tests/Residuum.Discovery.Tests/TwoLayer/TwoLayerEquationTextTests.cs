using Residuum.Discovery.Models;
using Residuum.Experiments.Reports;

namespace Residuum.Discovery.Tests.TwoLayer;

public sealed class TwoLayerEquationTextTests
{
    [Fact]
    public void The_published_configuration_is_printed_with_every_coefficient()
    {
        string[] equations = [.. TwoLayerEquationText.Of(new TwoLayerParameters()).Select(equation => equation.Text)];
        Assert.Equal(
            [
                "q1 = lap(psi1) - (psi1 - psi2)",
                "q2 = lap(psi2) + (psi1 - psi2)",
                "dt(q1) = -J(psi1, q1) - 0.196 dx(psi1) + 0.01 (psi1 - psi2) - 0.01 psiR - s(y) (q1 - mean_x(q1)) - 1E-06 (dx^8 + dy^8)(q1)",
                "dt(q2) = -J(psi2, q2) - 0.196 dx(psi2) - 0.01 (psi1 - psi2) + 0.01 psiR - s(y) (q2 - mean_x(q2)) - 0.07 lap(psi2) - 1E-06 (dx^8 + dy^8)(q2)",
                "dy(psiR) = -sech(y1/3.5)^2 + sech(y2/3.5)^2",
                "s(y) = sech(y2/3.5)^2",
            ],
            equations);
    }

    [Fact]
    public void What_is_off_is_not_printed_and_hills_are()
    {
        var parameters = new TwoLayerParameters { JacobianFactor = 0.5, Sponge = 0, JetRelaxationRate = 0, RelaxationRate = 0, Friction = 0, Hyperdiffusion = 0, Hills = [20, 0, 15] };
        string[] equations = [.. TwoLayerEquationText.Of(parameters).Skip(2).Select(equation => equation.Text)];
        Assert.Equal(
            ["dt(q1) = -0.5 J(psi1, q1) - 0.196 dx(psi1)", "dt(q2) = -0.5 J(psi2, q2 + R) - 0.196 dx(psi2)", "R = 20 hill(0, 0) + 15 hill(0, 20)"],
            equations);
    }

    [Fact]
    public void Unequal_layers_show_the_mean_gradients_that_a_shear_makes()
    {
        string[] equations = [.. TwoLayerEquationText.Of(new UnequalLayersParameters { DeformationRadius = 1e4, Beta = 0, UpperVelocity = 0.1 }).Select(equation => equation.Text)];
        Assert.Equal(
            [
                "q1 = lap(psi1) - 8E-09 (psi1 - psi2)",
                "q2 = lap(psi2) + 2E-09 (psi1 - psi2)",
                "dt(q1) = -J(psi1, q1) - 0.1 dx(q1) - 8E-10 dx(psi1)",
                "dt(q2) = -J(psi2, q2) + 2E-10 dx(psi2) - 5.787E-07 lap(psi2)",
            ],
            equations);
    }

    [Fact]
    public void The_equations_are_presentation_mathml_and_latex()
    {
        var parameters = new TwoLayerParameters { Hills = [20, 10, 15, 5] };
        foreach (var equation in TwoLayerEquationText.Of(parameters).Concat(TwoLayerEquationText.Of(new UnequalLayersParameters())))
        {
            Assert.Equal("math", MathMl.Parse(equation.MathMl).Name.LocalName);
            Assert.Equal(equation.Latex.Count(c => c == '{'), equation.Latex.Count(c => c == '}'));
        }
        Assert.Contains(@"\partial_t q_{1} = -J(\psi_{1}, q_{1}) - 0.196 \, \partial_x \psi_{1}", TwoLayerEquationText.Of(parameters)[2].Latex);
    }

    [Fact]
    public void Every_coefficient_has_a_unit_and_a_meaning()
    {
        var coefficients = ModelCoefficient.Of(new TwoLayerParameters { Hills = [20, 10] });
        Assert.Equal(12, coefficients.Count);
        Assert.Contains("relaxation-rate = 0.01 1/time", coefficients.Select(coefficient => coefficient.ToString()));
        Assert.Contains("hills[2] = 10 1/time", coefficients.Select(coefficient => coefficient.ToString()));
        Assert.All(coefficients.Concat(ModelCoefficient.Of(new UnequalLayersParameters())), coefficient => Assert.NotEmpty(coefficient.Meaning));
        Assert.Equal(["jacobian-factor", "robert-asselin"], coefficients.Where(coefficient => coefficient.Unit.Length == 0).Select(coefficient => coefficient.Name));
    }
}
