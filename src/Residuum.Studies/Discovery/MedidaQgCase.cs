using Residuum.Discovery.Models;
using Residuum.Discovery.TwoLayer;

namespace Residuum.Studies.Discovery;

/// <summary>A case of the card, and how far an answer is from it.</summary>
/// <param name="known">The case.</param>
/// <param name="library">Candidate terms.</param>
/// <param name="truth">Coefficients of the true model.</param>
internal sealed class MedidaQgCase(TwoLayerCase known, TwoLayerLibrary library, TwoLayerParameters truth)
{
    private readonly double[][] _missing = [.. Enumerable.Range(0, 2).Select(layer => TwoLayerCoefficients.Missing(truth, known.Model(truth), library, layer))];

    /// <summary>Its code.</summary>
    public string Code => known.Code;

    /// <summary>The imperfect model.</summary>
    public TwoLayerParameters Model => known.Model(truth);

    /// <summary>Whether Jacobians are missing.</summary>
    public bool HasJacobian => known.Upper.Keys.Any(name => name.StartsWith('J'));

    /// <summary>What is missing, as <c>psi1 in layer 1</c>.</summary>
    public IEnumerable<string> Missing => Enumerable.Range(0, 2).SelectMany(layer => Support(layer).Select(term => $"{term} in layer {layer + 1}"));

    /// <summary>What was found, in the same form.</summary>
    /// <param name="result">The answer.</param>
    public static IEnumerable<string> Found(TwoLayerResult result) => result.Layers.SelectMany(layer => layer.Support.Select(term => $"{term} in layer {layer.Layer + 1}"));

    /// <summary>Names of the terms that a layer misses.</summary>
    /// <param name="layer">0 or 1.</param>
    public IEnumerable<string> Support(int layer) => library.Names.Where((_, j) => Math.Abs(_missing[layer][j]) > 1e-12);

    /// <summary>What a layer misses of a term.</summary>
    /// <param name="layer">0 or 1.</param>
    /// <param name="term">Name of the term.</param>
    public double Coefficient(int layer, string term) => _missing[layer][library.IndexOf(term)];

    /// <summary>Whether a layer's answer names exactly what it misses.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="layer">0 or 1.</param>
    public bool IsExact(TwoLayerResult result, int layer) => result.Layers[layer].Support.ToHashSet().SetEquals(Support(layer));

    /// <summary>ε* of a layer, percent.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="layer">0 or 1.</param>
    public double Error(TwoLayerResult result, int layer) => Error(result.Layers[layer].Coefficients, layer);

    /// <summary>ε_m of a layer, percent.</summary>
    /// <param name="layer">0 or 1.</param>
    public double ModelError(int layer) => Error(new double[library.Terms.Count], layer);

    private double Error(double[] coefficients, int layer) => 100 * TwoLayerCoefficients.Error(truth, Model, library, [coefficients], layer);
}
