namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Names of the observed quantities, as variables of files.</summary>
internal static class LayeredNames
{
    /// <summary>Name and description.</summary>
    public static (string Short, string Long) Of(ObservedQuantity quantity) => quantity switch
    {
        ObservedQuantity.PotentialVorticity => ("q", "potential vorticity without the planetary part"),
        _ => ("psi", "stream function"),
    };
}
