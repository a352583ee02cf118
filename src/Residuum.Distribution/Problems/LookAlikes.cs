using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Distribution.Problems;

/// <summary>Seeded data in the shape of well-known two-class sets, labels ±1, for machines that do not have them.</summary>
public static class LookAlikes
{
    /// <summary>Like a9a: 123 binary features in 14 one-hot groups (11 of 9, 3 of 8), balanced labels from a logistic model of 30 features.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="rows">Number of samples.</param>
    public static Dataset A9a(long seed, int rows = 32_561)
    {
        var random = new RandomStream(seed, "like a9a");
        int[] sizes = [.. Enumerable.Repeat(9, 11), .. Enumerable.Repeat(8, 3)];
        double[][] groups = [.. sizes.Select(size => GammaDraws.Dirichlet(random, 1, size))];
        var builder = new SparseRows();
        for (int row = 0; row < rows; row++)
        {
            int first = 0;
            foreach (double[] group in groups)
            {
                builder.Add(first + Category(random, group), 1);
                first += group.Length;
            }
            builder.EndRow();
        }
        return Labelled(builder.ToMatrix(sizes.Sum()), Weights(random, sizes.Sum(), nonzeros: 30, deviation: 1.5), positives: null, random);
    }

    /// <summary>Like w8a: 300 binary features of very different frequencies, 4 % of them set, 3 % positive labels.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="rows">Number of samples.</param>
    public static Dataset W8a(long seed, int rows = 49_749)
    {
        const int Features = 300;
        var random = new RandomStream(seed, "like w8a");
        double[] frequencies = Array.ConvertAll(GammaDraws.Dirichlet(random, 1, Features), share => Math.Min(0.9, 0.04 * Features * share));
        var builder = new SparseRows();
        for (int row = 0; row < rows; row++)
        {
            for (int j = 0; j < Features; j++)
            {
                if (random.Uniform() < frequencies[j]) builder.Add(j, 1);
            }
            builder.EndRow();
        }
        return Labelled(builder.ToMatrix(Features), Weights(random, Features, Features, 1), positives: 0.03, random);
    }

    /// <summary>Like phishing: 68 features that are 0, 0.5 or 1, balanced labels.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="rows">Number of samples.</param>
    public static Dataset Phishing(long seed, int rows = 11_055)
    {
        const int Features = 68;
        var random = new RandomStream(seed, "like phishing");
        double[][] values = [.. Enumerable.Range(0, Features).Select(_ => GammaDraws.Dirichlet(random, 1, 3))];
        var builder = new SparseRows();
        for (int row = 0; row < rows; row++)
        {
            for (int j = 0; j < Features; j++)
            {
                if (Category(random, values[j]) is var category and > 0) builder.Add(j, 0.5 * category);
            }
            builder.EndRow();
        }
        return Labelled(builder.ToMatrix(Features), Weights(random, Features, Features, 1), positives: null, random);
    }

    private static int Category(RandomStream random, double[] probabilities)
    {
        double left = random.Uniform();
        for (int k = 0; k < probabilities.Length - 1; k++)
        {
            left -= probabilities[k];
            if (left < 0) return k;
        }
        return probabilities.Length - 1;
    }

    private static double[] Weights(RandomStream random, int count, int nonzeros, double deviation)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle<int>(order);
        var weights = new double[count];
        foreach (int j in order.AsSpan(0, nonzeros)) weights[j] = deviation * random.Normal();
        return weights;
    }

    /// <summary>+1 with probability sigmoid(⟨a, w⟩ - t), t the median; or +1 for the share of the rows with the largest ⟨a, w⟩ plus logistic noise.</summary>
    private static Dataset Labelled(SparseMatrix features, double[] weights, double? positives, RandomStream random)
    {
        var scores = new double[features.Rows];
        features.Multiply(0, weights, scores);
        double[] noisy = Array.ConvertAll(scores, score => score + Logistic(random.Uniform()));
        double[] sorted = positives is null ? [.. scores.Order()] : [.. noisy.Order()];
        double threshold = sorted[(int)((1 - (positives ?? 0.5)) * sorted.Length)];
        return new Dataset(features, Array.ConvertAll(noisy, score => score >= threshold ? 1.0 : -1.0));
    }

    private static double Logistic(double uniform) => Math.Log((uniform + 1e-300) / (1 - uniform));
}
