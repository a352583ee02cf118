using Residuum.Discovery.Models;

namespace Residuum.Discovery.TwoLayer;

/// <summary>A two-layer model written as coefficients on candidate terms: what one model lacks of another is a difference of two such lists.</summary>
public static class TwoLayerCoefficients
{
    /// <summary>Coefficients of a model's own terms in one layer's equation, <c>[terms]</c> (medida-qg, Algorithm 7: c_s).</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="library">The terms; those that the model has not get 0.</param>
    /// <param name="layer">0 or 1.</param>
    public static double[] Of(TwoLayerParameters parameters, TwoLayerLibrary library, int layer)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)layer, 1u, nameof(layer));
        var own = Named(parameters, layer);
        return [.. library.Terms.Select(term => own.GetValueOrDefault(term.Name))];
    }

    /// <summary>What a model lacks of the truth in one layer's equation, <c>[terms]</c>.</summary>
    /// <param name="truth">The true system.</param>
    /// <param name="model">The model.</param>
    /// <param name="library">The terms.</param>
    /// <param name="layer">0 or 1.</param>
    public static double[] Missing(TwoLayerParameters truth, TwoLayerParameters model, TwoLayerLibrary library, int layer) =>
        [.. Of(truth, library, layer).Zip(Of(model, library, layer), (a, b) => a - b)];

    /// <summary>‖c_s - c‖/‖c_s‖ of a model that was corrected by found coefficients: ε*; without them ε_m.</summary>
    /// <param name="truth">The true system.</param>
    /// <param name="model">The model.</param>
    /// <param name="library">The terms.</param>
    /// <param name="found">Found coefficients of the layers that are judged, <c>[layers][terms]</c>; zeros for ε_m.</param>
    /// <param name="layers">The layers that are judged: one, or both jointly.</param>
    /// <returns>A fraction, not percent.</returns>
    public static double Error(TwoLayerParameters truth, TwoLayerParameters model, TwoLayerLibrary library, IReadOnlyList<double[]> found, params int[] layers)
    {
        ArgumentNullException.ThrowIfNull(found);
        double distance = 0, size = 0;
        for (int i = 0; i < layers.Length; i++)
        {
            double[] own = Of(truth, library, layers[i]), missing = Missing(truth, model, library, layers[i]);
            distance += missing.Zip(found[i], (h, c) => (h - c) * (h - c)).Sum();
            size += own.Sum(c => c * c);
        }
        return Math.Sqrt(distance / size);
    }

    private static Dictionary<string, double> Named(TwoLayerParameters p, int layer)
    {
        int sign = layer == 0 ? 1 : -1;
        var own = new Dictionary<string, double>
        {
            [$"J(psi{layer + 1},q{layer + 1})"] = -p.JacobianFactor,
            [$"dx(psi{layer + 1})"] = -p.Beta,
            ["psi1"] = sign * p.RelaxationRate,
            ["psi2"] = -sign * p.RelaxationRate,
            ["psiR"] = -sign * p.JetRelaxationRate,
        };
        if (layer == 1) own["lap(psi2)"] = -p.Friction;
        return own;
    }
}
