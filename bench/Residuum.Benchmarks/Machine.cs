using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Benchmarks;

/// <summary>What this machine can do, measured in the same run: the floors are made of it.</summary>
/// <param name="Transform">Seconds of one real transform of 1,024 points, forward and inverse averaged, on one thread.</param>
/// <param name="BatchedTransform">The same per transform, with every core busy on its own rows.</param>
/// <param name="Flops">Multiplications and additions in double a second, of a matrix product on all cores.</param>
/// <param name="Bandwidth">Bytes read from memory a second, on all cores.</param>
public sealed record Machine(double Transform, double BatchedTransform, double Flops, double Bandwidth)
{
    private const int Points = 1024, Rounds = 15;

    /// <summary>Measures this machine; the best of many rounds, as a floor must be.</summary>
    public static Machine Measure() => new(OneThread(), AllThreads(), MatrixProduct(), Reading());

    private static double Best(Func<double> work, int repetitions) =>
        Enumerable.Range(0, Rounds).Min(_ => Pairing.Measure(work, repetitions).Seconds);

    private static double OneThread()
    {
        var transforms = new Transforms(RealTransform.Create(Points));
        return Best(transforms.ThereAndBack, 2000) / 2;
    }

    private static double AllThreads()
    {
        const int Each = 500;
        int tasks = 4 * Environment.ProcessorCount;
        Transforms[] rows = [.. Enumerable.Range(0, tasks).Select(_ => new Transforms(RealTransform.Create(Points)))];
        return Best(() => Parallel.For(0, tasks, task => Pairing.Measure(rows[task].ThereAndBack, Each)).IsCompleted ? 1 : 0, 1) / (2 * tasks * Each);
    }

    private static double MatrixProduct()
    {
        const int N = 1024;
        Matrix a = new(N, N), b = new(N, N);
        a.Values.AsSpan().Fill(1.5);
        b.Values.AsSpan().Fill(0.5);
        return 2.0 * N * N * N / Best(() => Dense.Multiply(a, b)[0, 0], 2);
    }

    private static double Reading()
    {
        double[] values = new double[1 << 24];
        int tasks = Environment.ProcessorCount, share = values.Length / tasks;
        return 8.0 * values.Length / Best(
            () => Parallel.For(0, tasks, task => TensorPrimitives.Sum<double>(values.AsSpan(task * share, share))).IsCompleted ? 1 : 0, 1);
    }

    // A row that stays in cache, as a state does while it is stepped.
    private sealed class Transforms(RealTransform transform)
    {
        private readonly double[] _row = new double[transform.Points], _spectrum = new double[transform.SpectrumSize];

        public double ThereAndBack()
        {
            transform.Forward(_row, _spectrum);
            transform.Inverse(_spectrum, _row);
            return _row[0];
        }
    }
}
