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
        var background = Background(sensors, values, seed, cancel);
        var map = Operator(sensors, values, seed, cancel);
        cancel.ThrowIfCancellationRequested();
        return new LinearFields(map, background, values, cancel);
    }

    /// <summary>The operator of these places.</summary>
    private protected abstract ISensorOperator Operator(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel);

    /// <summary>What is subtracted from readings before the operator and added to the fields after it; nothing where null.</summary>
    private protected virtual Background? Background(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel) => null;
}
