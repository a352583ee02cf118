using Residuum.Numerics.Random;

namespace Residuum.Neural.Training;

/// <summary>Mini-batches of shuffled passes over the samples, as a function of seed and number: a run that resumes draws what the whole run draws.</summary>
/// <remarks>What does not fill a batch at the end of a pass is left out of it.</remarks>
/// <param name="samples">Number of samples.</param>
/// <param name="size">Samples of a batch.</param>
/// <param name="seed">Seed of the shuffles.</param>
internal sealed class MiniBatches(int samples, int size, long seed)
{
    private readonly int _perPass = samples / size;
    private readonly long[] _order = new long[samples];
    private long _pass = -1;

    /// <summary>Indices of a batch.</summary>
    /// <param name="number">Number of the batch, from 0.</param>
    public long[] At(long number)
    {
        Shuffle(number / _perPass);
        return _order.AsSpan((int)(number % _perPass) * size, size).ToArray();
    }

    private void Shuffle(long pass)
    {
        if (pass == _pass) return;
        for (int i = 0; i < samples; i++) _order[i] = i;
        new RandomStream(seed, "mini-batches", pass).Shuffle<long>(_order);
        _pass = pass;
    }
}
