using Residuum.Numerics.Random;

namespace Residuum.Distribution.Runs;

/// <summary>Draws that every rank makes alike.</summary>
internal static class Coin
{
    /// <summary>Whether all workers send their whole gradients in a round.</summary>
    public static bool WholeGradients(long seed, int round, double probability) =>
        probability > 0 && (probability >= 1 || new RandomStream(seed, "whole gradients", round).Uniform() < probability);

    /// <summary>Whether a worker takes part in a round.</summary>
    public static bool TakesPart(long seed, int round, int worker, int workers, double probability) =>
        probability >= 1 || new RandomStream(seed, "participation", ((long)round * workers) + worker).Uniform() < probability;
}
