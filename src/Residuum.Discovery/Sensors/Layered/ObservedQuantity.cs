namespace Residuum.Discovery.Sensors.Layered;

/// <summary>What the sensors of a layered flow read.</summary>
public enum ObservedQuantity
{
    /// <summary>Stream function ψ.</summary>
    StreamFunction,

    /// <summary>Potential vorticity q, without the planetary part βy.</summary>
    PotentialVorticity,
}
