using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Models;

/// <summary>An imperfect model of the Kuramoto-Sivashinsky equation, and what it misses.</summary>
/// <param name="Name">What is wrong with it, such as <c>no-advection</c>.</param>
/// <param name="Advection">The model's λ₁ of u u_x.</param>
/// <param name="Diffusion">The model's λ₂ of u_xx.</param>
/// <param name="HyperDiffusion">The model's λ₄ of u_xxxx.</param>
public sealed record KuramotoSivashinskyCase(string Name, double Advection, double Diffusion, double HyperDiffusion)
{
    /// <summary>Norm ‖c_s‖ of the true system's coefficients λ₁ = λ₂ = λ₄ = 1: the reference of ε_m and ε*.</summary>
    public static double TrueNorm { get; } = Math.Sqrt(3);

    /// <summary>A term that only the model has, on its left-hand side; empty for none.</summary>
    public string ExtraTerm { get; init; } = "";

    /// <summary>Coefficient of the extra term on the model's left-hand side.</summary>
    public double ExtraCoefficient { get; init; }

    /// <summary>What has to be added to the model's right-hand side, term by term: c = λ_model - λ_truth.</summary>
    public IReadOnlyDictionary<string, double> MissingTerms
    {
        get
        {
            var missing = new Dictionary<string, double> { ["u u_x"] = Advection - 1, ["u_xx"] = Diffusion - 1, ["u_xxxx"] = HyperDiffusion - 1 };
            if (ExtraTerm.Length > 0) missing[ExtraTerm] = ExtraCoefficient;
            return missing.Where(pair => pair.Value != 0).ToDictionary();
        }
    }

    /// <summary>ε_m: distance of the model's coefficients from the truth's, relative to the truth's (medida-ks, Algorithm 6).</summary>
    public double ModelError => Math.Sqrt(MissingTerms.Values.Sum(c => c * c)) / TrueNorm;

    /// <summary>The imperfect model on the truth's grid.</summary>
    /// <param name="truth">The true system, with λ₁ = λ₂ = λ₄ = 1.</param>
    public KuramotoSivashinsky Model(KuramotoSivashinsky truth)
    {
        ArgumentNullException.ThrowIfNull(truth);
        return truth with
        {
            Advection = Advection,
            Diffusion = Diffusion,
            HyperDiffusion = HyperDiffusion,
            Dispersion = truth.Dispersion + (ExtraTerm == "u_xxx" ? ExtraCoefficient : 0),
            Extra = ExtraTerm is "" or "u_xxx" ? truth.Extra : [.. truth.Extra, new AddedTerm(Term.Parse(ExtraTerm, truth.Fields), -ExtraCoefficient)],
        };
    }
}
