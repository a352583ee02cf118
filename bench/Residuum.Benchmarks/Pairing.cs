using System.Diagnostics;
using Residuum.Numerics.Statistics;

namespace Residuum.Benchmarks;

/// <summary>What a comparison gave: medians over the pairs, so that one disturbed pair does not decide.</summary>
/// <param name="Comparison">What was compared.</param>
/// <param name="Ours">Our seconds per unit.</param>
/// <param name="Peer">The peer's seconds per unit.</param>
/// <param name="Ratios">Peer over ours, of each pair.</param>
/// <param name="Floor">Least seconds per unit on this machine.</param>
/// <param name="About">What the peer says of itself.</param>
public sealed record Outcome(Comparison Comparison, double Ours, double Peer, double[] Ratios, double Floor, string About)
{
    /// <summary>Times that we are faster: median of the pairs' ratios.</summary>
    public double Ratio => Quantiles.Median(Ratios);

    /// <summary>Whether both bars are held.</summary>
    public bool Holds => Ratio >= Comparison.Bar && Ours <= Comparison.FloorBar * Floor;

    /// <summary>Whether the promised ratio lies below what the machine can do: then the floor is the bar.</summary>
    public bool BarIsOutOfReach => Peer / Floor < Comparison.Bar;
}

/// <summary>Lets ours and the peer do the same work in turns.</summary>
public static class Pairing
{
    private const double ShortestMeasurement = 0.2; // seconds
    private const double Small = 1e-6; // below it numbers are compared absolutely

    /// <summary>Measures a comparison.</summary>
    /// <param name="comparison">What to compare.</param>
    /// <param name="peer">The running peer.</param>
    /// <param name="machine">What was measured of this machine.</param>
    /// <exception cref="InvalidOperationException">The two did not compute the same.</exception>
    public static Outcome Run(Comparison comparison, PeerProcess peer, Machine machine)
    {
        int ours = Repetitions(Measure(comparison.Ours, 1).Seconds), theirs = Repetitions(peer.Measure(comparison.Peer.Work, 1).Seconds);
        double[] our = new double[comparison.Pairs], their = new double[comparison.Pairs];
        for (int pair = 0; pair < comparison.Pairs; pair++)
        {
            (our[pair], double check) = Measure(comparison.Ours, ours);
            (their[pair], double expected) = peer.Measure(comparison.Peer.Work, theirs);
            if (!(Math.Abs(check - expected) <= comparison.Agreement * Math.Max(Math.Abs(expected), Small)))
                throw new InvalidOperationException($"{comparison.Id}: ours gave {check:r}, the peer {expected:r}");
        }
        double[] ratios = [.. our.Zip(their, (a, b) => b / a)];
        return new Outcome(
            comparison, Quantiles.Median(our) / comparison.Units, Quantiles.Median(their) / comparison.Units, ratios, comparison.Floor(machine), peer.About);
    }

    /// <summary>Seconds of one repetition, and what the work returned last.</summary>
    /// <param name="work">The work.</param>
    /// <param name="repetitions">Times that it is done.</param>
    public static (double Seconds, double Result) Measure(Func<double> work, int repetitions)
    {
        double result = 0;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repetitions; i++) result = work();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds / repetitions, result);
    }

    private static int Repetitions(double seconds) => (int)Math.Clamp(Math.Ceiling(ShortestMeasurement / seconds), 1, 1e6);
}
