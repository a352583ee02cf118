using Residuum.Discovery.Sensors;
using Residuum.Numerics;

namespace Residuum.Discovery.Interpolation;

/// <summary>Interpolators of one fixed linear operator: factored once for the places, applied to every reading.</summary>
public abstract class LinearInterpolator : IFieldInterpolator
{
    private protected LinearInterpolator()
    {
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public bool IsLinear => true;

    /// <inheritdoc/>
    /// <exception cref="Numerics.Errors.NonFiniteException">A reading is not finite.</exception>
    public IInterpolatedFields Fit(SensorNetwork sensors, SensorValues values, long seed, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        Readings.Check(sensors, values);
        progress?.Report(new Progress($"{Name}: {sensors.Count} sensors", double.NaN));
        var prior = Prepare(sensors, values, seed, cancel);
        cancel.ThrowIfCancellationRequested();
        return new LinearFields(prior, values, cancel);
    }

    /// <summary>The operator of these places, and what is known beforehand.</summary>
    private protected abstract Prior Prepare(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel);
}
