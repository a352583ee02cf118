namespace Residuum.Discovery.Assimilation;

/// <summary>How noisy observations become analyses.</summary>
public enum Filter
{
    /// <summary>Not at all: the observation is taken as the truth.</summary>
    None,

    /// <summary>The published way: every member has its own virtual observation.</summary>
    Virtual,

    /// <summary>Stochastic ensemble Kalman filter: one observation, perturbed for every member.</summary>
    Enkf,

    /// <summary>Ensemble transform Kalman filter: one observation, nothing drawn.</summary>
    Etkf,
}
