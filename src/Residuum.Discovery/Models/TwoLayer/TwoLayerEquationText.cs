using Residuum.Discovery.Reports;
using static Residuum.Discovery.Models.TwoLayerSymbols;

namespace Residuum.Discovery.Models;

/// <summary>The full equations of a two-layer model with the numbers of its configuration: text, LaTeX and MathML.</summary>
/// <remarks>q1 and q2 leave out βy and the topography. Terms whose coefficient is 0 are left out: what is printed is what is integrated.</remarks>
public static class TwoLayerEquationText
{
    /// <summary>Vorticities and their tendencies, then what stands in them: equilibrium jet, sponge, hills.</summary>
    /// <param name="parameters">The configuration.</param>
    public static IReadOnlyList<EquationText> Of(TwoLayerParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        bool hilly = parameters.Hills.Any(height => height != 0);
        var equations = new List<EquationText>
        {
            Vorticity(0, 1),
            Vorticity(1, 1),
            Tendency(parameters, 0, Q(0)),
            Tendency(parameters, 1, hilly ? Q(1).Plus(Bottom) : Q(1)),
        };
        if (parameters.JetRelaxationRate != 0)
            equations.Add(new EquationBuilder(Dy.Before(PsiR)).Add(-1, Secant(parameters.JetWidth, "1")).Add(1, Secant(parameters.JetWidth, "2")).Build());
        if (parameters.Sponge > 0) equations.Add(new EquationBuilder(Sponge).Add(parameters.Sponge, Secant(parameters.JetWidth, "2")).Build());
        if (hilly) equations.Add(Hills(parameters.Hills));
        return equations;
    }

    /// <summary>The same for unequal layers below a shear.</summary>
    /// <param name="parameters">The configuration.</param>
    public static IReadOnlyList<EquationText> Of(UnequalLayersParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var p = parameters;
        return
        [
            Vorticity(0, p.UpperStretching),
            Vorticity(1, p.LowerStretching),
            new EquationBuilder(Dt.Before(Q(0))).Add(-1, J.Of(Psi(0), Q(0))).Add(-p.UpperVelocity, Dx.Before(Q(0))).Add(-p.UpperGradient, Dx.Before(Psi(0))).Build(),
            new EquationBuilder(Dt.Before(Q(1))).Add(-1, J.Of(Psi(1), Q(1))).Add(-p.LowerVelocity, Dx.Before(Q(1))).Add(-p.LowerGradient, Dx.Before(Psi(1)))
                .Add(-p.BottomDrag, Laplacian.Before(Psi(1))).Build(),
        ];
    }

    private static EquationText Vorticity(int layer, double stretching) =>
        new EquationBuilder(Q(layer)).Add(1, Laplacian.Before(Psi(layer))).Add(layer == 0 ? -stretching : stretching, Psi(0).Minus(Psi(1)).Grouped()).Build();

    private static EquationText Tendency(TwoLayerParameters p, int layer, MathText advected)
    {
        int sign = layer == 0 ? 1 : -1;
        var departure = advected.Minus(ZonalMean.Before(advected, sum: true)).Grouped();
        return new EquationBuilder(Dt.Before(Q(layer)))
            .Add(-p.JacobianFactor, J.Of(Psi(layer), advected))
            .Add(-p.Beta, Dx.Before(Psi(layer)))
            .Add(sign * p.RelaxationRate, Psi(0).Minus(Psi(1)).Grouped())
            .Add(-sign * p.JetRelaxationRate, PsiR)
            .Add(p.Sponge > 0 ? -1 : 0, Sponge.Times(departure))
            .Add(layer == 0 ? 0 : -p.Friction, Laplacian.Before(Psi(layer)))
            .Add(-p.Hyperdiffusion, EighthDerivatives.Before(Q(layer)))
            .Build();
    }

    private static EquationText Hills(IReadOnlyList<double> heights)
    {
        var equation = new EquationBuilder(Bottom);
        for (int hill = 0; hill < heights.Count; hill++) equation.Add(heights[hill], Gaussian(Topography.Places[hill]));
        return equation.Build();
    }
}
