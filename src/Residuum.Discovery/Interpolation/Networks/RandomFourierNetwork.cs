using Residuum.Discovery.Sensors;
using Residuum.Neural.Layers;
using Residuum.Numerics;

namespace Residuum.Discovery.Interpolation;

/// <summary>A network behind random Fourier features, which free it of the spectral bias (medida-qg, Interpolators, RFF-MLP).</summary>
/// <param name="options">Options.</param>
public sealed class RandomFourierNetwork(RandomFourierOptions? options = null) : NetworkInterpolator(options ?? new RandomFourierOptions())
{
    private readonly RandomFourierOptions _options = options ?? new RandomFourierOptions();

    private protected override string Kind => "rff-mlp";

    /// <inheritdoc/>
    public override IInterpolatedFields Fit(SensorNetwork sensors, SensorValues values, long seed, IProgress<Progress>? progress = null, CancellationToken cancel = default) =>
        _options.TuneSigma
            ? new RandomFourierNetwork(SigmaTuning.Tune(_options, sensors, values, seed, progress, cancel)).Fit(sensors, values, seed, progress, cancel)
            : base.Fit(sensors, values, seed, progress, cancel);

    private protected override RandomFourierFeatures Features(long seed) => new(_options.Frequencies, [_options.SigmaX, _options.SigmaY], seed);
}
