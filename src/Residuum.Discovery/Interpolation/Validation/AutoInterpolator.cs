using Residuum.Discovery.Sensors;
using Residuum.Numerics;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Interpolation;

/// <summary>Chooses among interpolators by their error at held-out sensors, then interpolates with all sensors.</summary>
/// <remarks>All candidates are fitted to the first fold; those with more than three times the least error are left, the others fitted to all folds.</remarks>
/// <param name="candidates">Interpolators to choose from; <see cref="Candidates"/> where left out.</param>
/// <param name="options">Options of the score.</param>
public sealed class AutoInterpolator(IReadOnlyList<IFieldInterpolator>? candidates = null, HeldOutOptions? options = null) : IFieldInterpolator
{
    private const double Hopeless = 3;

    private readonly IReadOnlyList<IFieldInterpolator> _candidates = candidates ?? [.. Candidates.Select(name => Interpolators.Create(name))];
    private readonly HeldOutOptions _options = options ?? new HeldOutOptions();

    /// <summary>Names of the interpolators that are tried.</summary>
    public static IReadOnlyList<string> Candidates { get; } = ["gp", "polyharmonic:6", "polyharmonic:4", "rbf", "cubic", "rff-ridge", "band-limited"];

    /// <inheritdoc/>
    public string Name => "auto";

    /// <inheritdoc/>
    public bool IsLinear => _candidates.All(candidate => candidate.IsLinear);

    /// <summary>Chooses.</summary>
    /// <param name="sensors">All sensors.</param>
    /// <param name="values">What they read.</param>
    /// <param name="seed">Seed of the folds, and of the candidates' own draws.</param>
    /// <param name="progress">Told of the candidates.</param>
    /// <param name="cancel">Stops between fits.</param>
    /// <exception cref="UserError">No candidate can work with these sensors.</exception>
    public AutoChoice Choose(SensorNetwork sensors, SensorValues values, long seed, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        Readings.Check(sensors, values);
        var scorings = _candidates.Select(candidate => new HeldOutScoring(candidate, sensors, values, _options, seed)).ToList();
        var failures = FirstFold(scorings, progress, cancel);
        if (scorings.Count == 0) throw new UserError("no interpolator can work with these sensors", Name, string.Join("; ", failures.Select(failure => failure.Reason)));
        double limit = Hopeless * scorings.Min(scoring => scoring.Score().Error);
        foreach (var scoring in scorings.Where(scoring => scoring.Score().Error <= limit).ToList())
        {
            while (scoring.Advance(cancel)) progress?.Report(new Progress($"held-out sensors: {scoring.Interpolator.Name}", double.NaN));
        }
        // Candidates that were left early can not win: their error was three times another's.
        var ranked = scorings.OrderByDescending(scoring => scoring.Score().Folds).ThenBy(scoring => scoring.Score().Error).ToList();
        return new AutoChoice(ranked[0].Interpolator, [.. ranked.Select(scoring => scoring.Score())], failures);
    }

    /// <inheritdoc/>
    public IInterpolatedFields Fit(SensorNetwork sensors, SensorValues values, long seed, IProgress<Progress>? progress = null, CancellationToken cancel = default) =>
        Choose(sensors, values, seed, progress, cancel).Best.Fit(sensors, values, seed, progress, cancel);

    /// <summary>Candidates with the options that a caller has.</summary>
    internal static AutoInterpolator Of(IReadOnlyList<object> options) =>
        new([.. Candidates.Select(name => Interpolators.Create(name, options))], options.OfType<HeldOutOptions>().FirstOrDefault());

    /// <summary>Fits all candidates once; takes out those that can not work.</summary>
    private static List<(string Interpolator, string Reason)> FirstFold(List<HeldOutScoring> scorings, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var failures = new List<(string, string)>();
        foreach (var scoring in scorings.ToList())
        {
            progress?.Report(new Progress($"held-out sensors: {scoring.Interpolator.Name}", double.NaN));
            try
            {
                scoring.Advance(cancel);
            }
            catch (UserError error)
            {
                failures.Add((scoring.Interpolator.Name, error.Message));
                scorings.Remove(scoring);
            }
        }
        return failures;
    }
}
