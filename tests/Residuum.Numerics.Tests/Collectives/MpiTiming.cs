using System.Diagnostics;
using Residuum.Numerics.Collectives;

namespace Residuum.Numerics.Tests.Collectives;

/// <summary>Median microseconds of the sums; <c>mpiexec -n 2 Residuum.Numerics.Tests mpi-probe time Auto FOLDER 60</c> prints them.</summary>
internal static class MpiTiming
{
    public static void Print(ICollectives ranks)
    {
        foreach (int length in new[] { 1, 8 << 10, 512 << 10 })
        {
            var ordered = new OrderedSum(ranks, ranks.Size);
            double[] mine = new double[length], sum = new double[length];
            int batch = length == 1 ? 200 : length < 100_000 ? 20 : 1;
            double slow = Median(batch, () => ordered.Sum<double>(mine, sum)), fast = Median(batch, () => ranks.AllReduceFast(sum));
            if (ranks.Rank == 0) Console.WriteLine($"{length * sizeof(double)} bytes: ordered {slow:0.0} us, fast {fast:0.0} us");
        }
    }

    private static double Median(int batch, Action call)
    {
        double[] times = new double[31];
        for (int k = -5; k < times.Length; k++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < batch; i++) call();
            if (k >= 0) times[k] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / batch;
        }
        return times.Order().ElementAt(times.Length / 2);
    }
}
