using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Interpolation;

/// <summary>Estimates the error of an interpolator from sensors that it is not shown (medida-qg, Analytical checks: held-out sensors).</summary>
/// <remarks>A tenth of the sensors is dealt to five folds: each fit misses one in fifty only, so that gaps are hardly wider than they are with all.
/// The error at held-out places stands for that of all places without a sensor; the misfit at the others is counted too. What the sensors can not
/// tell: a hole much larger than the distance of sensors, as under tracks.</remarks>
public static class HeldOutSensors
{
    /// <summary>The score of an interpolator.</summary>
    /// <param name="interpolator">The interpolator.</param>
    /// <param name="sensors">All sensors.</param>
    /// <param name="values">What they read.</param>
    /// <param name="options">Options.</param>
    /// <param name="seed">Seed of the folds, and of the interpolator's own draws.</param>
    /// <param name="cancel">Stops between folds.</param>
    /// <exception cref="UserError">Fewer sensors than folds, or the interpolator can not work with them.</exception>
    public static HeldOutScore Score(
        IFieldInterpolator interpolator, SensorNetwork sensors, SensorValues values, HeldOutOptions? options = null, long seed = 0, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(interpolator);
        Readings.Check(sensors, values);
        var scoring = new HeldOutScoring(interpolator, sensors, values, options ?? new HeldOutOptions(), seed);
        while (scoring.Advance(cancel))
        {
        }
        return scoring.Score();
    }

    /// <summary>Positions of the held-out sensors of each fold, ascending.</summary>
    internal static int[][] Folds(int sensors, HeldOutOptions options, long seed)
    {
        int held = Math.Max(options.Folds, (int)Math.Round(options.Part * sensors));
        if (held >= sensors) throw new UserError("too few sensors to hold some out", found: $"{sensors}", expected: $"more than {held}");
        int[] order = [.. Enumerable.Range(0, sensors)];
        new RandomStream(seed, "held-out sensors").Shuffle<int>(order);
        return [.. Enumerable.Range(0, options.Folds).Select(fold => order[..held].Where((_, i) => i % options.Folds == fold).Order().ToArray())];
    }
}
