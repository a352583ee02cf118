using System.Globalization;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Reports;

/// <summary>Says in plain words what the data say: what was found, how sure that is, and what was not tested.</summary>
public static class VerdictSentence
{
    /// <summary>The sentences of a result, field by field, then what was not tested.</summary>
    /// <param name="result">The result.</param>
    public static string Of(MedidaResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string said = string.Join(" ", result.Fields.Select(field => result.Fields.Count == 1 ? Of(field) : $"In the equation of {field.Field}: {Of(field)}"));
        return $"{said} {Untested(result)}";
    }

    /// <summary>What was found in one field's equation, and how sure that is.</summary>
    /// <param name="field">The field's result.</param>
    public static string Of(FieldResult field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Verdict switch
        {
            Verdict.Found => $"{Names(field)}: {Gain(field)}. {Sureness(field)}",
            Verdict.NothingMissing => NothingMissing(field),
            Verdict.NotExplained => NotExplained(field),
            Verdict.NotAtRest => $"No equation yet: the terms still changed in the last pass ({Candidates(field)}). Allow more passes, or observe more samples.",
            _ => "No equation: forecasts or coefficients overflowed at every band limit that was tried. Observe at a shorter time step, or check that solver and observations have the same units.",
        };
    }

    private static string Names(FieldResult field) => field.Terms.Count == 1
        ? $"Found one missing term, {field.Terms[0].Term.Name}"
        : $"Found {field.Terms.Count} missing terms, {string.Join(", ", field.Support)}";

    private static string Gain(FieldResult field)
    {
        var left = field.Residual;
        string factor = left.After > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Sqrt(left.Before / left.After):G3} times smaller") : "zero";
        string end = field.NoiseDeviation > 0 ? "which is what the noise of the observations alone leaves" : "which is the size of the time step's own error";
        return $"with {(field.Terms.Count == 1 ? "it" : "them")} the model's one-step error is {factor}, {end}";
    }

    private static string Sureness(FieldResult field)
    {
        var known = field.Terms.Where(term => term.StandardError > 0).ToList();
        if (known.Count == 0) return "How sure the coefficients are is not known: that takes at least two samples.";
        var weakest = known.MinBy(term => Math.Abs(term.Coefficient) / term.StandardError)!;
        string distance = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(weakest.Coefficient) / weakest.StandardError:G3} standard errors from zero");
        string which = known.Count == 1 ? "Its coefficient is" : $"The least certain coefficient, of {weakest.Term.Name}, is";
        double kept = field.Terms.Min(term => term.InclusionProbability);
        if (double.IsNaN(kept)) return $"{which} {distance}.";
        string it = field.Terms.Count == 1 ? "it" : "each of them";
        return kept >= 1 ? $"{which} {distance}; every bootstrap replicate of the samples keeps {it}." : $"{which} {distance}; {MeasuredNumber.Percent(kept)} or more of the bootstrap replicates of the samples keep {it}.";
    }

    private static string NothingMissing(FieldResult field)
    {
        string reason = field.NoiseDeviation > 0
            ? "what the model leaves of one step is what the noise of the observations alone leaves"
            : "what the model leaves of one step is the size of the time step's own error";
        return $"Nothing missing: {reason}. A term too small to rise above that would not have been seen.";
    }

    private static string NotExplained(FieldResult field) => string.Create(
        CultureInfo.InvariantCulture,
        $"Not explained: {100 * field.Residual.Unexplained:G2} % of the model's one-step error remains, more than noise accounts for, so what is missing is most likely not in the library ({Candidates(field)}). No equation is given; add candidate terms.");

    private static string Candidates(FieldResult field) => field.Terms.Count == 0
        ? "no candidate helped"
        : $"tried best: {string.Join(", ", field.Support.Take(5))}{(field.Terms.Count > 5 ? ", ..." : "")}";

    private static string Untested(MedidaResult result)
    {
        var observations = result.Observations;
        var limits = new List<string> { $"terms outside the library of {result.Fields[0].Library.Terms.Count} candidates" };
        double resolved = Math.PI / observations.Layout.Spacing;
        if (result.Fields.Any(field => field.Cutoff < 0.99 * resolved))
            limits.Add(string.Create(CultureInfo.InvariantCulture, $"waves beyond wave number {result.Fields.Min(field => field.Cutoff):G3}, which the noise hides (one band limit was judged)"));
        if (observations.TimeSteps.Distinct().Count() == 1)
            limits.Add(string.Create(CultureInfo.InvariantCulture, $"time steps other than {observations.TimeSteps[0]:G6}"));
        limits.Add("states unlike those observed");
        string entry = result.Terms.Count == 0 ? "" : result.Corrected.Entry == TermEntry.InsideStep
            ? " Terms entered inside the solver's own steps."
            : " Terms entered by splitting around the solver's steps, half before and half after.";
        return $"Not tested: {string.Join("; ", limits)}.{entry}";
    }
}
