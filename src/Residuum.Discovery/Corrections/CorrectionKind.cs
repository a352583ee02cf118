namespace Residuum.Discovery.Corrections;

/// <summary>What a neural correction sees of the state around a point.</summary>
public enum CorrectionKind
{
    /// <summary>A convolutional network: every layer takes the neighbours in.</summary>
    Convolution,

    /// <summary>A perceptron of the point's own neighbours: one stencil, then layers of each point by itself.</summary>
    Stencil,
}
