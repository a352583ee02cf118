using Residuum.Discovery.Sensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Interpolation;

/// <summary>The reading of the nearest sensor: the lowest baseline (medida-qg, Baselines).</summary>
public sealed class NearestScattered : LinearInterpolator
{
    /// <inheritdoc/>
    public override string Name => "nearest";

    /// <inheritdoc/>
    private protected override Prior Prepare(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel) => new(new Steps(sensors));

    private sealed class Steps(SensorNetwork sensors) : PiecewiseOperator(sensors)
    {
        protected override PlaceValues Prepare(Matrix values) => static (_, _, _) => false;
    }
}
