using Residuum.Discovery.Sensors;

namespace Residuum.Discovery.Interpolation;

/// <summary>Ridge regression on random Fourier features (medida-qg, Interpolators, b).</summary>
/// <remarks>Features that are too few for the flow's wave numbers leave a misfit at the sensors; the card's 1,500 are, at 90 % and below.</remarks>
/// <param name="options">Options.</param>
public sealed class RffRidge(RffRidgeOptions? options = null) : LinearInterpolator
{
    private readonly RffRidgeOptions _options = options ?? new RffRidgeOptions();

    /// <inheritdoc/>
    public override string Name => "rff-ridge";

    /// <inheritdoc/>
    private protected override Prior Prepare(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel) =>
        new(new RidgeReadout(sensors, new RandomFeatures(_options.Frequencies, _options.SigmaX, _options.SigmaY, seed), _options.Ridge));
}
