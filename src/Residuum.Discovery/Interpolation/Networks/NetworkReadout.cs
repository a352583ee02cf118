namespace Residuum.Discovery.Interpolation;

/// <summary>How fields are read out of a trained network.</summary>
public enum NetworkReadout
{
    /// <summary>One regularised Gauss-Newton step in all weights: one linear operator for all snapshots, which keeps their difference accurate.</summary>
    Tangent,

    /// <summary>The last layer solved by least squares, the other layers shared by all snapshots: linear too.</summary>
    LastLayer,

    /// <summary>As published: a network for each snapshot, the second of a pair trained from the weights of the first.</summary>
    TwoNet,
}
