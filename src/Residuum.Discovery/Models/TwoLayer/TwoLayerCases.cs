using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Models;

/// <summary>The imperfect two-layer models of the paper and of its earlier programs (medida-qg, Model-error cases).</summary>
/// <remarks>Truth: τ_d1 = τ_d2 = 0.01, τ_f = 0.07, β = 0.196, Jacobian factor 1. The numbers of 3 and 4 are changes of τ_d and τ_f; the letters are bottoms:
/// A flat, B the same hills in both, C hills of other heights in the model. In C the sponge acts on the missing hills too, at the edges in y alone.</remarks>
public static class TwoLayerCases
{
    private static readonly double[] Hills = [20, 20, 20, 20], WrongHills = [20, 10, 15, 5];

    private static readonly Dictionary<string, double> FrictionMissing = new() { ["lap(psi2)"] = 0.3 };

    private static readonly Dictionary<string, double> HillsMissing = new() { ["J(psi2,hill2)"] = -10, ["J(psi2,hill3)"] = -5, ["J(psi2,hill4)"] = -15 };

    /// <summary>Every case, in the order of the card.</summary>
    public static IReadOnlyList<TwoLayerCase> All { get; } =
    [
        new("1001", "strong-relaxation") { Change = Relaxation, Upper = Sheared(-0.1), Lower = Sheared(0.1) },
        new("1002", "strong-relaxation+strong-friction") { Change = p => Friction(Relaxation(p)), Upper = Sheared(-0.1), Lower = Sheared(0.1, FrictionMissing) },
        new("1003", "no-relaxation") { Change = p => p with { RelaxationRate = 0, JetRelaxationRate = 0 }, Upper = Sheared(0.01), Lower = Sheared(-0.01) },
        new("1004", "half-advection") { Change = p => p with { JacobianFactor = 0.5 * p.JacobianFactor }, Upper = Advected(1, -0.5), Lower = Advected(2, -0.5) },
        new("1005", "no-advection+strong-relaxation+strong-friction")
        {
            Change = p => Friction(Relaxation(p)) with { JacobianFactor = 0 },
            Upper = Sheared(-0.1, Advected(1, -1)),
            Lower = Sheared(0.1, FrictionMissing, Advected(2, -1)),
        },
        new("1006", "strong-friction") { Change = Friction, Lower = FrictionMissing },
        new("1007", "no-friction") { Change = p => p with { Friction = 0 }, Lower = new Dictionary<string, double> { ["lap(psi2)"] = -0.07 } },
        new("1008", "no-jet") { Change = p => p with { JetRelaxationRate = 0 }, Upper = Jet(-0.01), Lower = Jet(0.01) },
        new("1009", "no-beta") { Change = p => p with { Beta = 0 }, Upper = Drift(1, -0.196), Lower = Drift(2, -0.196) },

        new("3A", "strong-relaxation, flat") { Change = Relaxation, Upper = Sheared(-0.1), Lower = Sheared(0.1) },
        new("4A", "strong-relaxation+strong-friction, flat") { Change = p => Friction(Relaxation(p)), Upper = Sheared(-0.1), Lower = Sheared(0.1, FrictionMissing) },
        new("3B", "strong-relaxation, hills") { Change = Relaxation, TrueHills = Hills, Upper = Sheared(-0.1), Lower = Sheared(0.1) },
        new("4B", "strong-relaxation+strong-friction, hills")
        {
            Change = p => Friction(Relaxation(p)), TrueHills = Hills, Upper = Sheared(-0.1), Lower = Sheared(0.1, FrictionMissing),
        },
        new("1C", "wrong-hills") { Change = LowHills, TrueHills = Hills, Lower = HillsMissing },
        new("3C", "strong-relaxation, wrong-hills") { Change = p => LowHills(Relaxation(p)), TrueHills = Hills, Upper = Sheared(-0.1), Lower = Sheared(0.1, HillsMissing) },
        new("4C", "strong-relaxation+strong-friction, wrong-hills")
        {
            Change = p => LowHills(Friction(Relaxation(p))), TrueHills = Hills, Upper = Sheared(-0.1), Lower = Sheared(0.1, FrictionMissing, HillsMissing),
        },
    ];

    /// <summary>The nine cases of the paper, 1001 to 1009.</summary>
    public static IReadOnlyList<TwoLayerCase> Published { get; } = [.. All.Take(9)];

    /// <summary>A case by its code or name.</summary>
    /// <param name="name">Such as <c>1004</c> or <c>half-advection</c>.</param>
    /// <exception cref="UserError">There is no such case.</exception>
    public static TwoLayerCase Named(string name) =>
        All.FirstOrDefault(known => known.Code == name || known.Name == name)
        ?? throw new UserError("no such case", found: $"'{name}'", expected: string.Join(", ", All.Select(known => $"{known.Code} ({known.Name})")));

    private static TwoLayerParameters Relaxation(TwoLayerParameters p) => p with { RelaxationRate = p.RelaxationRate + 0.1, JetRelaxationRate = p.JetRelaxationRate + 0.1 };

    private static TwoLayerParameters Friction(TwoLayerParameters p) => p with { Friction = p.Friction + 0.3 };

    private static TwoLayerParameters LowHills(TwoLayerParameters p) => p with { Hills = WrongHills };

    // c (ψ_1 - ψ_2 - ψ_R), and more.
    private static Dictionary<string, double> Sheared(double c, params IReadOnlyList<IReadOnlyDictionary<string, double>> more) =>
        new Dictionary<string, double> { ["psi1"] = c, ["psi2"] = -c, ["psiR"] = -c }.Concat(more.SelectMany(terms => terms)).ToDictionary();

    private static Dictionary<string, double> Advected(int layer, double c) => new() { [$"J(psi{layer},q{layer})"] = c };

    private static Dictionary<string, double> Jet(double c) => new() { ["psiR"] = c };

    private static Dictionary<string, double> Drift(int layer, double c) => new() { [$"dx(psi{layer})"] = c };
}
