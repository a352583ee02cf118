using Residuum.Distribution.Compressors;
using Residuum.Distribution.Methods;
using Residuum.Distribution.Problems;
using Residuum.Distribution.Runs;

namespace Residuum.Distribution.Tests.Methods;

/// <summary>Runs that the laws of the methods are stated of; messages in double precision, so that identities are exact.</summary>
internal static class Laws
{
    public static ICompressor Top(int kept) => new TopK(Amount.Of(kept)) { Precision = ValuePrecision.Double };

    public static DistributedRunOptions Options(double step) => new() { StepSize = step, Values = ValuePrecision.Double };

    public static DistributedRun Start(IObjective problem, DistributedMethod method, ICompressor compressor, double step, bool stochastic = false) =>
        new(problem, method, compressor, Options(step) with { IsStochastic = stochastic });

    public static double[] After(int rounds, DistributedRun run)
    {
        for (int t = 0; t < rounds; t++) run.Step();
        return run.X.ToArray();
    }

    /// <summary>Mean over the workers of what they remember.</summary>
    public static double[] Mean(DistributedRun run, int workers, int buffer)
    {
        double[] mean = new double[run.X.Length];
        for (int i = 0; i < workers; i++)
        {
            for (int j = 0; j < mean.Length; j++) mean[j] += run.Remembered(i, buffer)[j] / workers;
        }
        return mean;
    }

    public static void Close(double[] expected, double[] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int j = 0; j < expected.Length; j++) Assert.Equal(expected[j], found[j], tolerance);
    }
}
