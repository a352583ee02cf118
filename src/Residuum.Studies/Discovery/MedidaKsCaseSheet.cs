using System.Globalization;
using Residuum.Discovery;
using Residuum.Discovery.Models;
using Residuum.Experiments.Figures;
using Residuum.Experiments.Reports;

namespace Residuum.Studies.Discovery;

/// <summary>The cases of the study side by side: what is missing, what was found, how far both are from the truth.</summary>
/// <param name="title">What was observed and how it was stepped.</param>
internal sealed class MedidaKsCaseSheet(string title)
{
    private const int CurvesShown = 6;

    private readonly List<(KuramotoSivashinskyCase Known, MedidaResult Result)> _cases = [];

    /// <summary>One row a case.</summary>
    public Table Table => new(
        title,
        [new("case"), new("missing"), new("found"), new("error of the model", "%", Numeric: true), new("after one pass", "%", Numeric: true), new("after all", "%", Numeric: true), new("verdict")],
        [
            .. _cases.Select(entry => (IReadOnlyList<string>)
            [
                entry.Known.Name,
                string.Join(", ", entry.Known.MissingTerms.Select(pair => $"{pair.Value.ToString("g3", CultureInfo.InvariantCulture)} {pair.Key}")),
                string.Join(", ", entry.Result.Fields[0].Terms.Select(term => $"{term.Coefficient.ToString("f5", CultureInfo.InvariantCulture)} {term.Term.Name}")),
                Percent(entry.Known.ModelError),
                Percent(Error(entry.Known, entry.Result, 1)),
                Percent(Error(entry.Known, entry.Result, null)),
                entry.Result.Verdict.ToString(),
            ]),
        ]);

    /// <summary>Adds a case.</summary>
    public void Add(KuramotoSivashinskyCase known, MedidaResult result) => _cases.Add((known, result));

    /// <summary>How the error falls pass by pass.</summary>
    public Figure ErrorByPass() => new(
        "Iteration removes the bias of the step",
        "Relative error of the coefficients against the number of passes, one curve a case, on a logarithmic axis: each pass lowers it by ten times and more.",
        new Panel(
            new Axis("passes"),
            new Axis("error of the coefficients", "%") { Logarithmic = true },
            [
                .. _cases.Take(CurvesShown).Select(entry => new Curve(
                    [.. entry.Result.Passes.Select(pass => (double)pass.Pass)],
                    [.. entry.Result.Passes.Select(pass => 100 * Error(entry.Known, entry.Result, pass.Pass))]) { Label = entry.Known.Name, Markers = true }),
            ]));

    private static double Error(KuramotoSivashinskyCase known, MedidaResult result, int? pass) =>
        result.Error(known.MissingTerms, KuramotoSivashinskyCase.TrueNorm, pass);

    private static string Percent(double fraction) => (100 * fraction).ToString("g3", CultureInfo.InvariantCulture);
}
