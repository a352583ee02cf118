using System.Globalization;

namespace Residuum.Discovery.Reports;

/// <summary>Forecasts of a flow with the model as given and with the corrected one, compared with readings.</summary>
public sealed record FlowForecastRecord
{
    private const double Slack = 1.02; // noise in the judges themselves

    /// <summary>Whether the starts are pairs that were not fitted.</summary>
    public required bool HeldOut { get; init; }

    /// <summary>Errors at each lead, the shortest first.</summary>
    public required IReadOnlyList<FlowLead> Leads { get; init; }

    /// <summary>Whether the corrected model forecasts no worse than the model as given, at every lead over both layers.</summary>
    public bool IsNoWorse => Leads.All(lead => Joint(lead.Corrected) <= Slack * Joint(lead.Given));

    /// <summary>The comparison in plain words.</summary>
    public string Sentence => string.Join(" ", Leads.Select(Compared).Prepend("The corrected model forecasts worse than the model as given: do not rely on the terms.").Skip(IsNoWorse ? 1 : 0));

    private string Compared(FlowLead lead) => string.Create(
        CultureInfo.InvariantCulture,
        $"After {lead.Time:G4} the forecasts from {lead.Forecasts} {(HeldOut ? "unfitted" : "fitted")} {(lead.Forecasts == 1 ? "pair" : "pairs")} miss the readings by {Percent(lead.Given)} of their variation with the model as given and {Percent(lead.Corrected)} with the corrected one (layers 1 and 2); a field that stays as it is misses them by {Percent(lead.Unchanged)}.");

    private static string Percent(IReadOnlyList<double> errors) => string.Join(" and ", errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"{100 * error:G3} %")));

    private static double Joint(IReadOnlyList<double> errors) => Math.Sqrt(errors.Sum(error => error * error));
}

/// <summary>Forecast errors at one lead: root mean square at the sensors over the standard deviation of the readings, layer by layer.</summary>
/// <param name="Time">Mean time from start to verification.</param>
/// <param name="Forecasts">Number of forecasts.</param>
/// <param name="Given">Of the model as given.</param>
/// <param name="Corrected">Of the corrected model.</param>
/// <param name="Unchanged">Of the start itself.</param>
public sealed record FlowLead(double Time, int Forecasts, IReadOnlyList<double> Given, IReadOnlyList<double> Corrected, IReadOnlyList<double> Unchanged);
