using System.Text.Json;
using Residuum.Numerics.Statistics;

namespace Residuum.Benchmarks;

/// <summary>An outcome as a line.</summary>
public static class OutcomeText
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    /// <summary>One JSON object; times in seconds per unit.</summary>
    /// <param name="outcome">What was measured.</param>
    public static string Json(Outcome outcome) => JsonSerializer.Serialize(
        new
        {
            outcome.Comparison.Id,
            outcome.Comparison.Work,
            outcome.Ours,
            outcome.Peer,
            outcome.Ratio,
            outcome.Floor,
            outcome.Comparison.Bar,
            outcome.Holds,
            Quartiles = new[] { Quantiles.Of(outcome.Ratios, 0.25), Quantiles.Of(outcome.Ratios, 0.75) },
            Pairs = outcome.Ratios.Length,
            Against = outcome.About,
        },
        Camel);

    /// <summary>One line for a reader.</summary>
    /// <param name="outcome">What was measured.</param>
    public static string Line(Outcome outcome) =>
        $"{(outcome.Holds ? "holds" : "fails")}  {outcome.Comparison.Id}: {Time(outcome.Ours)}, peer {Time(outcome.Peer)}, {Ratio(outcome)} times; bar {outcome.Comparison.Bar}, floor {Time(outcome.Floor)}";

    /// <summary>The median ratio with the quartiles of the pairs.</summary>
    /// <param name="outcome">What was measured.</param>
    public static string Ratio(Outcome outcome) =>
        $"{outcome.Ratio:0.0} ({Quantiles.Of(outcome.Ratios, 0.25):0.0} to {Quantiles.Of(outcome.Ratios, 0.75):0.0})";

    /// <summary>Seconds in a unit that reads well.</summary>
    /// <param name="seconds">Seconds.</param>
    public static string Time(double seconds) => seconds switch
    {
        < 1e-3 => $"{seconds * 1e6:0.00} us",
        < 1 => $"{seconds * 1e3:0.00} ms",
        _ => $"{seconds:0.00} s",
    };
}
