using Residuum.Discovery.Sensors;
using Residuum.Numerics;

namespace Residuum.Discovery.Interpolation;

/// <summary>Makes whole fields of what sensors read: all interpolators stand behind this.</summary>
public interface IFieldInterpolator
{
    /// <summary>Name as on the command line, such as <c>polyharmonic:6</c>.</summary>
    string Name { get; }

    /// <summary>Whether one operator, fixed by the sensors' places (and at most the first snapshot), maps all readings: then the difference
    /// of two snapshots is interpolated as accurately as a snapshot, and innovations may be filled.</summary>
    bool IsLinear { get; }

    /// <summary>Interpolates all fields; what depends on the places alone is done once.</summary>
    /// <param name="sensors">Where.</param>
    /// <param name="values">What was read there.</param>
    /// <param name="seed">Seed of every random draw.</param>
    /// <param name="progress">Told of long work.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="Numerics.Errors.UserError">The interpolator can not work with these sensors.</exception>
    IInterpolatedFields Fit(SensorNetwork sensors, SensorValues values, long seed, IProgress<Progress>? progress = null, CancellationToken cancel = default);
}
