using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Options;
using Residuum.Numerics.Random;

namespace Residuum.Distribution.Problems;

/// <summary>Workers whose rows differ in scale: row = s_i N(0, I/r), s_i = exp(τ N(0, 1)); labels sign(⟨row, w⟩ + 0.1 N(0, 1)), some of them flipped, w ~ N(0, I).</summary>
/// <remarks>The larger τ, the more the smoothness constants of the workers differ: what EF21-W gains from.</remarks>
public sealed record ScaledRows
{
    /// <summary>n.</summary>
    public int Workers { get; init => field = Require.Positive(value); } = 20;

    /// <summary>Rows of every worker.</summary>
    public int RowsPerWorker { get; init => field = Require.Positive(value); } = 10;

    /// <summary>τ; 0 for workers of one scale.</summary>
    public double Tau { get; init => field = Require.Finite(value); } = 1;

    /// <summary>Share of the labels that are flipped.</summary>
    public double Flips { get; init; } = 0.05;

    /// <summary>All workers use the same features.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="features">d = r.</param>
    public Partition Common(long seed, int features = 20)
    {
        int[] all = [.. Enumerable.Range(0, features)];
        return Deal(seed, features, [.. Enumerable.Repeat(all, Workers)]);
    }

    /// <summary>Worker i uses the blocks i and i + 1 (mod n) of the features alone.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="block">Features of a block; d = n times that, r twice that.</param>
    /// <returns>The samples, and the features of each worker.</returns>
    public (Partition Parts, int[][] Supports) Rare(long seed, int block = 5)
    {
        if (Workers < 3) throw new ArgumentException("rare features need at least three workers", nameof(seed));
        int d = Workers * block;
        int[][] supports = [.. Enumerable.Range(0, Workers).Select(i => Enumerable.Range(i * block, 2 * block).Select(j => j % d).Order().ToArray())];
        return (Deal(seed, d, supports), supports);
    }

    private Partition Deal(long seed, int features, int[][] supports)
    {
        var model = new double[features];
        new RandomStream(seed, "scaled rows, model").Normal(model);
        var builder = new SparseRows();
        var labels = new double[Workers * RowsPerWorker];
        for (int i = 0; i < Workers; i++)
        {
            var random = new RandomStream(seed, "scaled rows", i);
            double scale = Math.Exp(Tau * random.Normal()) / Math.Sqrt(supports[i].Length);
            for (int k = 0; k < RowsPerWorker; k++) labels[(i * RowsPerWorker) + k] = AddRow(builder, random, scale, supports[i], model);
        }
        return new Partition(new Dataset(builder.ToMatrix(features), labels), [.. Enumerable.Range(0, Workers + 1).Select(i => i * RowsPerWorker)]);
    }

    /// <summary>Adds a row and gives its label.</summary>
    private double AddRow(SparseRows builder, RandomStream random, double scale, int[] support, double[] model)
    {
        double product = 0;
        foreach (int j in support)
        {
            double value = scale * random.Normal();
            product += value * model[j];
            builder.Add(j, value);
        }
        builder.EndRow();
        double label = product + (0.1 * random.Normal()) >= 0 ? 1 : -1;
        return random.Uniform() < Flips ? -label : label;
    }
}
