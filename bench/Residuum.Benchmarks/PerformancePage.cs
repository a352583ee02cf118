using System.Globalization;
using System.Text;
using Residuum.Numerics.Runtime;
using static Residuum.Benchmarks.OutcomeText;

namespace Residuum.Benchmarks;

/// <summary>docs/performance.md, written from a run and never by hand.</summary>
public static class PerformancePage
{
    /// <summary>Writes the page.</summary>
    /// <param name="outcomes">What was measured.</param>
    /// <param name="machine">What this machine can do.</param>
    /// <param name="runtime">What the product ran on.</param>
    public static string Write(IReadOnlyList<Outcome> outcomes, Machine machine, RuntimeReport runtime)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Performance

            Written by `bench/compare`. Ours and the peer do the same work on the same input in turns; the ratio is the median over
            the pairs, with its quartiles. A floor is what the machine needs at least, from its speed measured in the same run.

            Machine: {runtime.Processors} processors, {runtime.System.System}, {runtime.Framework}; one real transform of 1,024 points takes
            {Time(machine.Transform)} on one core and {Time(machine.BatchedTransform)} on all; a matrix product in double runs at {machine.Flops / 1e9:0} GFLOP/s;
            memory is read at {machine.Bandwidth / 1e9:0.0} GB/s. Ours: {runtime.Blas}.
            Peer: {outcomes[0].About}, as many threads as ours.

            | id | work | ours | peer | times faster | bar | floor | ours / floor | verdict |
            |---|---|---|---|---|---|---|---|---|

            """);
        foreach (var outcome in outcomes)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                | `{outcome.Comparison.Id}` | {outcome.Comparison.Work} | {Time(outcome.Ours)} | {Time(outcome.Peer)} | {Ratio(outcome)} | {Bars(outcome.Comparison)} | {Time(outcome.Floor)} | {outcome.Ours / outcome.Floor:0.0} | {Verdict(outcome)} |

                """);
        }
        page.Append("\n## What limits each\n\n");
        foreach (var outcome in outcomes) page.Append(CultureInfo.InvariantCulture, $"- `{outcome.Comparison.Id}` ({outcome.Ratios.Length} pairs): {outcome.Comparison.Limit}.\n");
        return page.ToString();
    }

    private static string Bars(Comparison comparison) =>
        double.IsFinite(comparison.FloorBar) ? $"{comparison.Bar} and {comparison.FloorBar} x floor" : $"{comparison.Bar}";

    private static string Verdict(Outcome outcome) =>
        outcome.Holds ? "holds" : outcome.BarIsOutOfReach ? "the bar lies below the floor" : "fails";
}
