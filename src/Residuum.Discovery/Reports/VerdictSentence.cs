using System.Globalization;

namespace Residuum.Discovery.Reports;

/// <summary>Says what the data say: what was found, how sure, and what was not tested.</summary>
public static class VerdictSentence
{
    private const string Untested = "Not tested: terms outside the library, other regimes, and steps much longer than those observed.";

    /// <summary>The sentences of a result, field by field.</summary>
    /// <param name="result">The result.</param>
    public static string Of(MedidaResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string said = string.Join(" ", result.Fields.Select(field => result.Fields.Count == 1 ? Of(field) : $"In the equation of {field.Field}: {Of(field)}"));
        return $"{said} {Untested}";
    }

    private static string Of(FieldResult field) => field.Verdict switch
    {
        Verdict.Found => string.Create(CultureInfo.InvariantCulture, $"Found {Names(field)}; it lowers the held-out model error {Ratio(field)}, down to the noise."),
        Verdict.NothingMissing => "Nothing missing: the model's error is within the noise or the time step's own error.",
        Verdict.NotExplained => string.Create(CultureInfo.InvariantCulture, $"Not explained: {100 * field.Residual.Unexplained:0.#} % of the held-out model error remains and is not noise, so the library does not hold what is missing; the terms shown are no equation to rely on."),
        Verdict.NotAtRest => "Not settled: the terms still changed in the last pass; allow more passes or observe more samples.",
        _ => "Diverged: forecasts or coefficients overflowed; observe at a shorter time step, or lower the band limit.",
    };

    private static string Names(FieldResult field) => field.Terms.Count == 1
        ? $"one term, {field.Terms[0].Term.Name}"
        : $"{field.Terms.Count} terms: {string.Join(", ", field.Support)}";

    private static string Ratio(FieldResult field) => field.Residual.After > 0
        ? string.Create(CultureInfo.InvariantCulture, $"by a factor of {Math.Sqrt(field.Residual.Before / field.Residual.After):G3}")
        : "to zero";
}
