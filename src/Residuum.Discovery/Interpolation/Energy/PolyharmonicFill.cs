using System.Globalization;
using Residuum.Discovery.Sensors;

namespace Residuum.Discovery.Interpolation;

/// <summary>Minimum-energy spectral fill, a periodic polyharmonic spline: minimises Σ |ψ̂|² (k² + l² + ε)^p over what is not observed
/// (medida-qg, Interpolators, a).</summary>
/// <remarks>Readings on grid points are kept exactly; sensors between grid points are met to rounding where the grid resolves them.</remarks>
/// <param name="options">Options.</param>
public sealed class PolyharmonicFill(PolyharmonicOptions? options = null) : LinearInterpolator
{
    private readonly PolyharmonicOptions _options = options ?? new PolyharmonicOptions();

    /// <summary>A fill of a given power.</summary>
    /// <param name="power">Power p.</param>
    public PolyharmonicFill(double power)
        : this(new PolyharmonicOptions { Power = power })
    {
    }

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"polyharmonic:{_options.Power}");

    /// <inheritdoc/>
    private protected override Prior Prepare(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel)
    {
        var energy = SpectralEnergy.Polyharmonic(sensors.Grid, _options.Power, _options.Shift);
        return new Prior(sensors.GridIndices is { } observed ? new GapFill(energy, observed, _options.LargestDense) : new ScatteredSpline(energy, sensors));
    }
}
