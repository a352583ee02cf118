using Residuum.Distribution.Problems;
using Residuum.Numerics.Random;

namespace Residuum.Distribution.Tests.Problems;

/// <summary>Checks that every objective must pass.</summary>
internal static class Gradients
{
    /// <summary>∇f_i against central differences, at a random point.</summary>
    public static void AgreeWithDifferences(IObjective f, double tolerance = 1e-6)
    {
        var x = new double[f.Dimension];
        new RandomStream(5, "point").Normal(x);
        var gradient = new double[f.Dimension];
        for (int i = 0; i < f.Workers; i++)
        {
            f.Gradient(i, x, null, gradient);
            for (int j = 0; j < x.Length; j++)
            {
                double expected = (At(f, i, x, j, 1e-5) - At(f, i, x, j, -1e-5)) / 2e-5;
                Assert.Equal(expected, gradient[j], tolerance * (1 + Math.Abs(expected)));
            }
        }
    }

    /// <summary>Bytes that 200 gradients allocate after the first ones.</summary>
    public static long Allocated(IObjective f, GradientSample? sample)
    {
        var (x, gradient) = (new double[f.Dimension], new double[f.Dimension]);
        long before = 0;
        for (int call = 0; call < 220; call++)
        {
            if (call == 20) before = GC.GetAllocatedBytesForCurrentThread();
            f.Gradient(call % f.Workers, x, sample, gradient);
        }
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static double At(IObjective f, int worker, double[] x, int j, double step)
    {
        double[] moved = [.. x];
        moved[j] += step;
        return f.Value(worker, moved);
    }
}
