using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Models;

/// <summary>The imperfect Kuramoto-Sivashinsky models of the paper, each against the truth λ₁ = λ₂ = λ₄ = 1 (medida-ks, Variants).</summary>
/// <remarks>Extra terms are named by the coefficient that is integrated. The published script's "u²u_x 0.15" integrates
/// 0.225 u²u_x where λ₁ = 1 and nothing where λ₁ = 0; here it is integrated wherever its name says so.</remarks>
public static class KuramotoSivashinskyCases
{
    private const double Dispersion = 0.5, Cubic = 0.225;

    /// <summary>Every case, in the order of the card: 1 to 12, then those with an extra term.</summary>
    public static IReadOnlyList<KuramotoSivashinskyCase> All { get; } =
    [
        new("no-advection", 0, 1, 1),
        new("no-diffusion", 1, 0, 1),
        new("no-hyperdiffusion", 1, 1, 0),
        new("no-diffusion+no-hyperdiffusion", 1, 0, 0),
        new("no-advection+no-hyperdiffusion", 0, 1, 0),
        new("no-advection+no-diffusion", 0, 0, 1),
        new("half-advection", 0.5, 1, 1),
        new("half-diffusion", 1, 0.5, 1),
        new("half-hyperdiffusion", 1, 1, 0.5),
        new("all-doubled", 2, 2, 2),
        new("no-advection+half-diffusion+double-hyperdiffusion", 0, 0.5, 2),
        new("half-advection+no-diffusion", 0.5, 0, 1),

        new("extra-uxxx-0.1", 1, 1, 1) { ExtraTerm = "u_xxx", ExtraCoefficient = 0.1 },
        new("extra-uxxx-0.5", 1, 1, 1) { ExtraTerm = "u_xxx", ExtraCoefficient = Dispersion },
        new("extra-uxxx-1.0", 1, 1, 1) { ExtraTerm = "u_xxx", ExtraCoefficient = 1 },
        new("extra-uxxx-0.5+no-advection", 0, 1, 1) { ExtraTerm = "u_xxx", ExtraCoefficient = Dispersion },
        new("extra-uxxx-0.5+no-diffusion", 1, 0, 1) { ExtraTerm = "u_xxx", ExtraCoefficient = Dispersion },
        new("extra-uxxx-0.5+no-hyperdiffusion", 1, 1, 0) { ExtraTerm = "u_xxx", ExtraCoefficient = Dispersion },

        new("extra-u2ux-2.25", 1, 1, 1) { ExtraTerm = "u^2 u_x", ExtraCoefficient = 2.25 },
        new("extra-u2ux-0.225", 1, 1, 1) { ExtraTerm = "u^2 u_x", ExtraCoefficient = Cubic },
        new("extra-u2ux-0.0225", 1, 1, 1) { ExtraTerm = "u^2 u_x", ExtraCoefficient = 0.0225 },
        new("extra-u2ux-0.225+no-advection", 0, 1, 1) { ExtraTerm = "u^2 u_x", ExtraCoefficient = Cubic },
        new("extra-u2ux-0.225+no-diffusion", 1, 0, 1) { ExtraTerm = "u^2 u_x", ExtraCoefficient = Cubic },
        new("extra-u2ux-0.225+no-hyperdiffusion", 1, 1, 0) { ExtraTerm = "u^2 u_x", ExtraCoefficient = Cubic },

        new("extra-u2uxx-1.5", 1, 1, 1) { ExtraTerm = "u^2 u_xx", ExtraCoefficient = 1.5 },
        new("extra-u2uxx-0.15", 1, 1, 1) { ExtraTerm = "u^2 u_xx", ExtraCoefficient = 0.15 },
        new("extra-u2uxx-0.015", 1, 1, 1) { ExtraTerm = "u^2 u_xx", ExtraCoefficient = 0.015 },
    ];

    /// <summary>A case by its name.</summary>
    /// <param name="name">Name, such as <c>extra-uxxx-0.5+no-diffusion</c>.</param>
    /// <exception cref="UserError">There is no such case.</exception>
    public static KuramotoSivashinskyCase Named(string name) =>
        All.FirstOrDefault(known => known.Name == name)
        ?? throw new UserError("no such case", found: $"'{name}'", expected: string.Join(", ", All.Select(known => known.Name)));
}
