using Residuum.Discovery.Sensors;

namespace Residuum.Discovery.Interpolation;

/// <summary>Multiquadric radial basis functions, without a polynomial, as the published code takes them from scipy's Rbf (medida-qg, Interpolators, c).</summary>
/// <param name="options">Options.</param>
public sealed class MultiquadricRbf(MultiquadricOptions? options = null) : LinearInterpolator
{
    private readonly MultiquadricOptions _options = options ?? new MultiquadricOptions();

    /// <inheritdoc/>
    public override string Name => "rbf";

    /// <inheritdoc/>
    private protected override Prior Prepare(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel) =>
        new(new MultiquadricSystem(sensors, _options.Epsilon));
}
