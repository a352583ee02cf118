using System.Globalization;
using Residuum.Discovery.Interpolation;

namespace Residuum.Discovery.Reports;

/// <summary>How well readings were interpolated, as sensors tell that were held out.</summary>
/// <param name="Chosen">Whether the interpolator was chosen by these scores.</param>
/// <param name="Scores">The scores, that of the interpolator in use first.</param>
/// <param name="Failures">Interpolators that could not work with these sensors, and why.</param>
public sealed record FlowInterpolationRecord(bool Chosen, IReadOnlyList<HeldOutScore> Scores, IReadOnlyList<string> Failures)
{
    /// <summary>The score in a sentence.</summary>
    public string Sentence => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Chosen ? $"Chosen among {Scores.Count} interpolators: {Scores[0].Interpolator}" : $"Interpolated by {Scores[0].Interpolator}")}, whose error at held-out sensors is {Both(Scores[0].Layers)} of psi and {Both(Scores[0].Tendencies)} of its change within a pair (layers 1 and 2).");

    private static string Both(double[] errors) => string.Join(" and ", errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"{100 * error:G2} %")));
}
