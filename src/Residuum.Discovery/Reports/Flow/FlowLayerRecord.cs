using System.Globalization;
using Residuum.Discovery.TwoLayer;

namespace Residuum.Discovery.Reports;

/// <summary>What was found in one layer's equation.</summary>
public sealed record FlowLayerRecord
{
    /// <summary>Layer, 1 the upper.</summary>
    public required int Layer { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The model and the found terms.</summary>
    public required FlowEquation Equation { get; init; }

    /// <summary>The whole corrected equation, coefficients merged.</summary>
    public required FlowEquation Whole { get; init; }

    /// <summary>The terms that were found, with units and standard errors; none unless the verdict is <see cref="Verdict.Found"/>.</summary>
    public required IReadOnlyList<LayerTerm> Terms { get; init; }

    /// <summary>Terms that were tried best where the verdict is no finding: nothing to rely on.</summary>
    public required IReadOnlyList<string> Tried { get; init; }

    /// <summary>Part of the increments that the terms explain on a pair that was left out; NaN where nothing was regressed.</summary>
    public required double Explained { get; init; }

    /// <summary>Least part that the gate asks for.</summary>
    public required double Gate { get; init; }

    /// <summary>Threshold that was used.</summary>
    public required double AlphaMax { get; init; }

    /// <summary>L-curve; empty where nothing was regressed.</summary>
    public required IReadOnlyList<SparsityPoint> Curve { get; init; }

    /// <summary>Root mean square of the increments inside the cut.</summary>
    public required double IncrementSize { get; init; }

    /// <summary>Root mean square of what the terms leave of them.</summary>
    public required double ResidualSize { get; init; }

    /// <summary>Root mean square of the layer's whole tendency.</summary>
    public required double TendencySize { get; init; }

    /// <summary>What was found, in a sentence.</summary>
    public string Sentence => Verdict switch
    {
        Verdict.Found => string.Create(CultureInfo.InvariantCulture, $"Layer {Layer}: found {(Terms.Count == 1 ? "one missing term" : $"{Terms.Count} missing terms")}, {string.Join(", ", Terms.Select(term => term.Term))}; {(Terms.Count == 1 ? "it explains" : "they explain")} {100 * Explained:G4} % of the model's error on a pair that was left out."),
        Verdict.NothingMissing => string.Create(CultureInfo.InvariantCulture, $"Layer {Layer}: nothing missing; its increments are {100 * IncrementSize / TendencySize:G2} % of its tendency."),
        _ => string.Create(CultureInfo.InvariantCulture, $"Layer {Layer}: not explained; what is missing is most likely not in the library{(Tried.Count > 0 ? $" (tried best: {string.Join(", ", Tried)})" : "")}. Add candidate terms."),
    };

    internal static FlowLayerRecord Of(LayerResult layer, TwoLayerResult result) => new()
    {
        Layer = layer.Layer + 1,
        Verdict = layer.Verdict,
        Equation = FlowEquation.Correction(layer),
        Whole = FlowEquation.Whole(layer, result.Model.Parameters),
        Terms = FlowEquation.Reliable(layer),
        Tried = layer.Verdict == Verdict.Found ? [] : layer.Support,
        Explained = layer.Explained,
        Gate = layer.Gate,
        AlphaMax = layer.AlphaMax,
        Curve = layer.Curve?.Points ?? [],
        IncrementSize = layer.IncrementSize,
        ResidualSize = layer.ResidualSize,
        TendencySize = layer.TendencySize,
    };
}
