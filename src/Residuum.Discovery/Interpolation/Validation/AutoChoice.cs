namespace Residuum.Discovery.Interpolation;

/// <summary>The interpolator that errs least at held-out sensors.</summary>
/// <param name="Best">The interpolator.</param>
/// <param name="Scores">Scores of all candidates, the best first; those of few folds were left early.</param>
/// <param name="Failures">Candidates that could not work with these sensors, and why.</param>
public sealed record AutoChoice(IFieldInterpolator Best, IReadOnlyList<HeldOutScore> Scores, IReadOnlyList<(string Interpolator, string Reason)> Failures);
