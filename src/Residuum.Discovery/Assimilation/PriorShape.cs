namespace Residuum.Discovery.Assimilation;

/// <summary>What the perturbations of a prior ensemble look like.</summary>
public enum PriorShape
{
    /// <summary>Independent at every point, as published.</summary>
    White,

    /// <summary>White below a wave number, nothing above.</summary>
    BandLimited,

    /// <summary>With the covariance of the observed states.</summary>
    Climatological,
}
