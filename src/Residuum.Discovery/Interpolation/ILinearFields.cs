using Residuum.Discovery.Sensors;

namespace Residuum.Discovery.Interpolation;

/// <summary>Fields of one fixed operator that can be applied to differences of states: to innovations.</summary>
/// <remarks>An operator of the form ψ̂ = a + K(ψ_obs - a), such as a linearised network, applies K alone to differences.</remarks>
public interface ILinearFields : IInterpolatedFields
{
    /// <summary>Interpolates differences, <c>[snapshots * layers, Ny * Nx]</c>.</summary>
    /// <param name="differences">Differences of readings at the sensors that the fields were fitted to.</param>
    double[] Differences(SensorValues differences);
}
