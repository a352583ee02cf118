using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics;

namespace Residuum.Discovery.Skill;

/// <summary>What forecasts are compared with.</summary>
public enum SkillReference
{
    /// <summary>The true system, which is known.</summary>
    Truth,

    /// <summary>Observed sequences that were not fitted.</summary>
    HeldOutSequences,

    /// <summary>The one observed end of samples that were not fitted: says nothing of longer forecasts.</summary>
    HeldOutSteps,
}

/// <summary>Forecast skill of a solver as given and of the corrected one, from the same starts.</summary>
public sealed record SkillComparison
{
    private static readonly double[] Thresholds = [0.2, 0.4, 0.8];

    private const int LyapunovStarts = 8;

    /// <summary>What the forecasts were compared with.</summary>
    public required SkillReference Reference { get; init; }

    /// <summary>Number of starts.</summary>
    public required int Starts { get; init; }

    /// <summary>Errors of the solver as given.</summary>
    public required ErrorCurves Original { get; init; }

    /// <summary>Errors of the corrected solver.</summary>
    public required ErrorCurves Corrected { get; init; }

    /// <summary>Largest Lyapunov exponent of the truth; nothing where no truth is known.</summary>
    public LyapunovExponent? Lyapunov { get; init; }

    /// <summary>The first start's forecasts, for a picture; nothing where no truth is known.</summary>
    public ForecastExample? Example { get; init; }

    /// <summary>Valid prediction times of the solver as given at normalised RMSE 0.2, 0.4 and 0.8, in model time.</summary>
    public IReadOnlyList<ValidTime> OriginalTimes => [.. Thresholds.Select(Original.ValidTime)];

    /// <summary>Valid prediction times of the corrected solver, likewise.</summary>
    public IReadOnlyList<ValidTime> CorrectedTimes => [.. Thresholds.Select(Corrected.ValidTime)];

    /// <summary>Compares with a true system that is known.</summary>
    /// <param name="original">The solver as given.</param>
    /// <param name="corrected">The corrected solver.</param>
    /// <param name="truth">The true system.</param>
    /// <param name="start">A state to begin from, one member; it is run to the attractor.</param>
    /// <param name="options">Starts and times.</param>
    /// <param name="progress">Told stage by stage.</param>
    /// <param name="cancel">Stops the work.</param>
    public static SkillComparison AgainstTruth(
        ISolver original, ISolver corrected, ISolver truth, StateBatch start, SkillOptions options, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(options);
        progress?.Report(new Progress("starts on the attractor", 0));
        var starts = Attractor.Independent(truth, start, options.SpinUp, options.Starts, options.Seed, cancel);
        progress?.Report(new Progress("Lyapunov exponent", 0.25));
        StateBatch few = starts.Select([.. Enumerable.Range(0, Math.Min(LyapunovStarts, starts.Members))]);
        var lyapunov = LyapunovExponent.Largest(truth, [few], new LyapunovOptions(options.Interval, options.LyapunovDuration), cancel);
        int intervals = original.Lags + (int)Math.Ceiling(options.Horizon * lyapunov.Time / options.Interval);
        progress?.Report(new Progress("truth of the forecasts", 0.4));
        var record = Attractor.Record(truth, starts, options.Interval, intervals, cancel);
        var climatology = Climatology.Of(starts);
        progress?.Report(new Progress("forecasts of the solver as given", 0.6));
        var before = ErrorCurves.Measure(original, record, options.Interval, climatology, cancel);
        progress?.Report(new Progress("forecasts of the corrected solver", 0.8));
        return new SkillComparison
        {
            Reference = SkillReference.Truth,
            Starts = starts.Members,
            Original = before,
            Corrected = ErrorCurves.Measure(corrected, record, options.Interval, climatology, cancel),
            Lyapunov = lyapunov,
            Example = ForecastExample.Of(original, corrected, record, options.Interval, cancel),
        };
    }

    /// <summary>Compares with observed samples that were not fitted: sequences where the samples hold more states than a step needs, else single steps.</summary>
    /// <param name="original">The solver as given.</param>
    /// <param name="corrected">The corrected solver.</param>
    /// <param name="heldOut">Samples that were not fitted; those with the most common time step are used.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <remarks>Their noise stays in the error: even a perfect solver does not come below it.</remarks>
    public static SkillComparison AgainstObserved(ISolver original, ISolver corrected, ObservationSet heldOut, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(heldOut);
        double step = heldOut.TimeSteps.GroupBy(dt => dt).MaxBy(group => group.Count())!.Key;
        var alike = heldOut.Select([.. Enumerable.Range(0, heldOut.Samples).Where(sample => heldOut.TimeSteps[sample] == step)]);
        var climatology = Climatology.Of(heldOut.Ends);
        return new SkillComparison
        {
            Reference = heldOut.States.Count > original.Lags + 1 ? SkillReference.HeldOutSequences : SkillReference.HeldOutSteps,
            Starts = alike.Samples,
            Original = ErrorCurves.Measure(original, alike.States, step, climatology, cancel),
            Corrected = ErrorCurves.Measure(corrected, alike.States, step, climatology, cancel),
        };
    }
}
