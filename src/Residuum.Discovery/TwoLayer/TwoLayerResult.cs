using Residuum.Discovery.Models;

namespace Residuum.Discovery.TwoLayer;

/// <summary>A term that a layer's equation is missing.</summary>
/// <param name="Term">Name of the term.</param>
/// <param name="Unit">Unit of the coefficient.</param>
/// <param name="Coefficient">Its coefficient on the right-hand side.</param>
/// <param name="StandardError">Standard error, from the spread between blocks of the flow.</param>
/// <param name="InclusionProbability">Part of the bootstrap replicates that keep the term; NaN without replicates.</param>
public sealed record LayerTerm(string Term, string Unit, double Coefficient, double StandardError, double InclusionProbability);

/// <summary>What was found in one layer's equation.</summary>
public sealed record LayerResult
{
    /// <summary>Layer, 0 the upper.</summary>
    public required int Layer { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The missing terms, in library order; none where nothing is missing.</summary>
    public required IReadOnlyList<LayerTerm> Terms { get; init; }

    /// <summary>Coefficients of the whole library, <c>[terms]</c>; 0 where a term was not found.</summary>
    public required double[] Coefficients { get; init; }

    /// <summary>Coefficients before the gate: what the regression alone would answer.</summary>
    public required double[] Ungated { get; init; }

    /// <summary>Part of the increments that the terms explain on a pair that was left out; NaN where nothing was regressed.</summary>
    public required double Explained { get; init; }

    /// <summary>Least part that the gate asks for.</summary>
    public required double Gate { get; init; }

    /// <summary>Threshold that was used.</summary>
    public required double AlphaMax { get; init; }

    /// <summary>L-curve; nothing where nothing was regressed.</summary>
    public required SparsityCurve? Curve { get; init; }

    /// <summary>Root mean square of the increments inside the cut, 1/time².</summary>
    public required double IncrementSize { get; init; }

    /// <summary>Root mean square of what the terms leave of them.</summary>
    public required double ResidualSize { get; init; }

    /// <summary>Root mean square of the layer's whole tendency ∂q'/∂t, 1/time².</summary>
    public required double TendencySize { get; init; }

    /// <summary>Names of the terms that were found.</summary>
    public IReadOnlyList<string> Support => [.. Terms.Select(term => term.Term)];
}

/// <summary>The outcome of a discovery on a two-layer flow.</summary>
public sealed record TwoLayerResult
{
    /// <summary>The model that was judged.</summary>
    public required TwoLayerModel Model { get; init; }

    /// <summary>The candidate terms.</summary>
    public required TwoLayerLibrary Library { get; init; }

    /// <summary>What was found, upper layer first.</summary>
    public required IReadOnlyList<LayerResult> Layers { get; init; }

    /// <summary>Sensors per grid point, averaged over the groups.</summary>
    public required double SensorRatio { get; init; }

    /// <summary>Name of the interpolator.</summary>
    public required string Interpolator { get; init; }

    /// <summary>What was filled.</summary>
    public required FillMode Fill { get; init; }

    /// <summary>When the library was evaluated.</summary>
    public required TwoLayerLibraryTime LibraryTime { get; init; }

    /// <summary>Weight of the scales.</summary>
    public required ScaleWeight Weight { get; init; }

    /// <summary>Largest wave number kept; infinite where all are.</summary>
    public required double Cutoff { get; init; }

    /// <summary>Passes that were made.</summary>
    public required int Passes { get; init; }

    /// <summary>What a reader must know, in plain words: what may be wrong with the data, the grid or the answer.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>States and increments of the last pass.</summary>
    internal IReadOnlyList<FlowPair> Pairs { get; init; } = [];

    /// <summary>Coefficients to correct the model with, <c>[layers][terms]</c>: of layers with the verdict <see cref="Verdict.Found"/>, else zeros.</summary>
    public IReadOnlyList<double[]> Correction =>
        [.. Layers.Select(layer => layer.Verdict == Verdict.Found ? layer.Coefficients : new double[layer.Coefficients.Length])];

    /// <summary>The verdict over both layers: the worst, and nothing missing only where neither layer misses anything.</summary>
    public Verdict Verdict => Layers.Any(layer => layer.Verdict == Verdict.NotExplained) ? Verdict.NotExplained
        : Layers.Any(layer => layer.Verdict == Verdict.Found) ? Verdict.Found : Verdict.NothingMissing;
}

/// <summary>Something that a reader must know.</summary>
/// <param name="Kind">What kind of trouble.</param>
/// <param name="Sentence">In plain words, with the numbers and the remedy.</param>
public sealed record Finding(FindingKind Kind, string Sentence);

/// <summary>Kinds of trouble that the method knows of.</summary>
public enum FindingKind
{
    /// <summary>Noise of the observations drowns the increments.</summary>
    Noise,

    /// <summary>The grid is too coarse for its hyperdiffusion.</summary>
    Hyperdiffusion,

    /// <summary>A layer has too few sensors.</summary>
    Sensors,

    /// <summary>A term comes and goes with the sensors.</summary>
    Unstable,

    /// <summary>The interpolator itself makes the term.</summary>
    Invented,

    /// <summary>Anything else.</summary>
    Note,
}
