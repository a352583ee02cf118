using System.Numerics.Tensors;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery;

/// <summary>Compares what the corrected model leaves with what noise alone would.</summary>
internal static class ResidualAnalysis
{
    /// <summary>Report of one field.</summary>
    /// <param name="problem">Model, observations, band.</param>
    /// <param name="field">The field.</param>
    /// <param name="before">Increments of the model as given.</param>
    /// <param name="fit">The last fit.</param>
    /// <param name="samples">Samples to compare.</param>
    /// <param name="judges">Whether a sample was held out; where none was, all judge the gain.</param>
    public static ResidualReport Of(MedidaProblem problem, int field, IncrementSet before, FinalFit fit, int[] samples, Func<int, bool> judges)
    {
        var space = problem.RowSpaces[field];
        double[] left = problem.Equations[field].Target(fit.Increments.Values, samples), given = problem.Equations[field].Target(before.Values, samples);
        double[] noise = Noise(problem, field, problem.Terms(fit.Coefficients), samples);
        bool all = !samples.Any(judges);
        double[] falls =
        [
            .. Enumerable.Range(0, samples.Length).Where(i => all || judges(samples[i]))
                .Select(i => MeanSquare(given, i, space.Rows) - MeanSquare(left, i, space.Rows)),
        ];
        double gain = falls.Average();
        double spread = falls.Length < 2 ? double.NaN : Math.Sqrt(falls.Sum(fall => (fall - gain) * (fall - gain)) / (falls.Length - 1) / falls.Length);
        int[] modes = [.. Enumerable.Range(1, space.Cutoff)];
        return new ResidualReport(
            left.Length,
            TensorPrimitives.SumOfSquares<double>(given) / given.Length,
            TensorPrimitives.SumOfSquares<double>(left) / left.Length,
            noise.Average(),
            gain,
            spread,
            [.. modes.Select(k => problem.Grid.WaveNumbers[k])],
            ByMode(given, space),
            ByMode(left, space),
            [.. modes.Select(k => noise[Row(space, k)])]);
    }

    /// <summary>What observation noise alone leaves in each row: σ² (1 + g) / Δt², where g is what one step makes of the noise of the starts.</summary>
    public static double[] Noise(MedidaProblem problem, int field, IReadOnlyList<AddedTerm> terms, int[] samples)
    {
        var space = problem.RowSpaces[field];
        double variance = problem.Bands[field].NoiseDeviation * problem.Bands[field].NoiseDeviation;
        var noise = new double[space.Rows];
        foreach (var group in samples.GroupBy(sample => problem.Observations.TimeSteps[sample]))
        {
            double[] growth = problem.NoiseGrowth(field, terms, group.Key);
            for (int row = 0; row < noise.Length; row++)
                noise[row] += variance * (1 + growth[space.Mode(row)]) / (group.Key * group.Key) * group.Count() / samples.Length;
        }
        return noise;
    }

    private static int Row(RowSpace space, int mode) => Enumerable.Range(0, space.Rows).First(row => space.Mode(row) == mode);

    private static double MeanSquare(double[] rows, int sample, int width) =>
        TensorPrimitives.SumOfSquares<double>(rows.AsSpan(sample * width, width)) / width;

    private static double[] ByMode(double[] rows, RowSpace space)
    {
        double[] sum = new double[space.Cutoff + 1], count = new double[space.Cutoff + 1];
        for (int i = 0; i < rows.Length; i++)
        {
            int mode = space.Mode(i % space.Rows);
            sum[mode] += rows[i] * rows[i];
            count[mode]++;
        }
        return [.. sum.Zip(count, (s, n) => n > 0 ? s / n : 0).Skip(1)];
    }
}
