using Residuum.Discovery.Sensors;

namespace Residuum.Discovery.Interpolation;

/// <summary>A linear map from readings to fields, factored once for the places of a network.</summary>
internal interface ISensorOperator
{
    /// <summary>Fields of readings at those places: all snapshots and layers in one solve.</summary>
    IInterpolatedFields Apply(SensorValues readings, CancellationToken cancel);
}
