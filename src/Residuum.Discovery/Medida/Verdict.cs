namespace Residuum.Discovery;

/// <summary>What the data say of a field's equation.</summary>
public enum Verdict
{
    /// <summary>Terms were found, and with them the increments are down to the noise.</summary>
    Found,

    /// <summary>The model's increments are noise already.</summary>
    NothingMissing,

    /// <summary>Increments stay above the noise: the library does not hold what is missing.</summary>
    NotExplained,

    /// <summary>The passes ended while the terms still changed.</summary>
    NotAtRest,

    /// <summary>Forecasts or coefficients overflowed at every band limit that was tried.</summary>
    Diverged,
}
