using Residuum.Numerics.Random;

namespace Residuum.Distribution.Problems;

/// <summary>Random numbers of one worker in one round: a thread keeps its stream from call to call, so that a gradient allocates nothing.</summary>
internal static class SampleStream
{
    [ThreadStatic]
    private static RandomStream? _stream;

    [ThreadStatic]
    private static (long Seed, string Name) _key;

    /// <summary>The stream (seed, name, round · workers + worker), at its beginning; valid until the thread's next call.</summary>
    public static RandomStream Of(string name, GradientSample sample, int worker, int workers)
    {
        long index = checked((sample.Round * workers) + worker);
        if (_stream is null || _key != (sample.Seed, name)) (_stream, _key) = (new RandomStream(sample.Seed, name), (sample.Seed, name));
        _stream.Restart(index);
        return _stream;
    }
}
