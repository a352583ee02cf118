namespace Residuum.Discovery.Models;

/// <summary>An imperfect two-layer model, and what it misses.</summary>
/// <param name="Code">Its code in the paper's programs, such as <c>1004</c> or <c>3C</c>.</param>
/// <param name="Name">What is wrong with it, such as <c>half-advection</c>.</param>
public sealed record TwoLayerCase(string Code, string Name)
{
    /// <summary>Makes the model's coefficients of the truth's.</summary>
    public required Func<TwoLayerParameters, TwoLayerParameters> Change { get; init; }

    /// <summary>Heights of the hills in the truth; empty for a flat bottom.</summary>
    public IReadOnlyList<double> TrueHills { get; init; } = [];

    /// <summary>What has to be added to the upper layer's tendency: coefficients by the names of the terms; empty for nothing.</summary>
    /// <remarks>At the published coefficients. J(psi_k,q_k) is dealiased, q_2 with the topography of the model.</remarks>
    public IReadOnlyDictionary<string, double> Upper { get; init; } = new Dictionary<string, double>();

    /// <summary>The same for the lower layer. <c>J(psi2,hill_i)</c> is advection of the topography of one hill of height 1.</summary>
    public IReadOnlyDictionary<string, double> Lower { get; init; } = new Dictionary<string, double>();

    /// <summary>The true system of this case.</summary>
    /// <param name="published">Coefficients without topography.</param>
    public TwoLayerParameters Truth(TwoLayerParameters published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return published with { Hills = TrueHills };
    }

    /// <summary>The imperfect model.</summary>
    /// <param name="truth">The true system, as <see cref="Truth"/> gives it.</param>
    public TwoLayerParameters Model(TwoLayerParameters truth)
    {
        ArgumentNullException.ThrowIfNull(truth);
        return Change(truth);
    }
}
