using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Skill;

/// <summary>Forecasts of the original and the corrected model from other initial states, against a known truth.</summary>
/// <param name="Exponent">Largest Lyapunov exponent of the truth.</param>
/// <param name="Original">Errors of the model as given.</param>
/// <param name="Corrected">Errors of the corrected model.</param>
/// <param name="Truth">The first start's true states, one an interval.</param>
/// <param name="OriginalStates">The original's forecast of them.</param>
/// <param name="CorrectedStates">The corrected model's forecast of them.</param>
public sealed record ForecastComparison(
    LyapunovExponent Exponent, ErrorCurves Original, ErrorCurves Corrected, StateBatch Truth, StateBatch OriginalStates, StateBatch CorrectedStates)
{
    /// <summary>Normalised error that ends a forecast's validity.</summary>
    public const double Threshold = 0.4;

    /// <summary>Runs all three from the same starts.</summary>
    /// <param name="truth">The true system, a one-step solver.</param>
    /// <param name="original">The model as given.</param>
    /// <param name="corrected">The model with the found terms.</param>
    /// <param name="starts">States on the truth's attractor, not those observed.</param>
    /// <param name="interval">Time between compared states.</param>
    /// <param name="intervals">How many.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ForecastComparison Measure(ISolver truth, ISolver original, ISolver corrected, StateBatch starts, double interval, int intervals, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(starts);
        var wanted = Attractor.Record(truth, starts, interval, intervals, cancel);
        var climatology = Climatology.Of(starts);
        var exponent = LyapunovExponent.Largest(truth, [starts], new LyapunovOptions(2 * interval, 200 * interval), cancel);
        var first = starts.Select([0]);
        return new ForecastComparison(
            exponent,
            ErrorCurves.Measure(original, wanted, interval, climatology, cancel),
            ErrorCurves.Measure(corrected, wanted, interval, climatology, cancel),
            Rows([.. wanted.Select(batch => batch.Select([0]))]),
            Rows(Attractor.Record(original, first, interval, intervals, cancel)),
            Rows(Attractor.Record(corrected, first, interval, intervals, cancel)));
    }

    /// <summary>Valid prediction time of a model in Lyapunov times.</summary>
    /// <param name="errors">Its errors.</param>
    /// <param name="threshold">Normalised error that ends it.</param>
    public ValidTime ValidTime(ErrorCurves errors, double threshold = Threshold)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return errors.ValidTime(threshold).InLyapunovTimes(Exponent.Value);
    }

    private static StateBatch Rows(IReadOnlyList<StateBatch> states)
    {
        var rows = new StateBatch(states[0].Layout, states.Count);
        for (int i = 0; i < states.Count; i++) states[i].State(0).CopyTo(rows.State(i));
        return rows;
    }
}
