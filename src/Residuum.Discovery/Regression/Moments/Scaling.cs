namespace Residuum.Discovery.Regression;

/// <summary>How columns and target are scaled before a sparse regression, so that one threshold means the same for all.</summary>
public enum Scaling
{
    /// <summary>Mean removed, divided by the standard deviation: a threshold of 0.1 is a tenth of the target's spread.</summary>
    Centred,

    /// <summary>Divided by the root mean square, mean kept: for band-limited rows, which have no mean row.</summary>
    RootMeanSquare,

    /// <summary>As given, as the published script runs: thresholds are in physical units.</summary>
    None,
}
