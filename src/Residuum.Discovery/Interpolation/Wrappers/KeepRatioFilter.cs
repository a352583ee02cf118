using System.Globalization;
using Residuum.Discovery.Sensors;
using Residuum.Numerics;
using Residuum.Numerics.Options;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Another interpolator's fields without their highest wave numbers (medida-qg, Variants: spectral keep-ratio filter).</summary>
/// <remarks>Kept is what lies below the ratio times the Nyquist wave number along x and along y.</remarks>
public sealed class KeepRatioFilter : IFieldInterpolator
{
    private readonly IFieldInterpolator _inner;
    private readonly double _ratio;

    /// <summary>Filters what an interpolator makes.</summary>
    /// <param name="inner">The interpolator.</param>
    /// <param name="ratio">Kept part of each axis of wave numbers, (0, 1].</param>
    /// <exception cref="Numerics.Errors.OptionError">The ratio is not above 0 and at most 1.</exception>
    public KeepRatioFilter(IFieldInterpolator inner, double ratio)
    {
        (_inner, _ratio) = (inner, Require.Positive(ratio, "keep"));
        if (ratio > 1) throw new Numerics.Errors.OptionError("Keep", ratio.ToString(CultureInfo.InvariantCulture), "(0, 1]");
    }

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{_inner.Name}+keep:{_ratio}");

    /// <inheritdoc/>
    public bool IsLinear => _inner.IsLinear;

    /// <inheritdoc/>
    public IInterpolatedFields Fit(SensorNetwork sensors, SensorValues values, long seed, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        var filter = new PlaneFilter(sensors.Grid, Symbol(sensors.Grid, _ratio));
        return ProcessedFields.Of(sensors.Grid, _inner.Fit(sensors, values, seed, progress, cancel), values, (fields, _) => filter.Apply(fields, fields));
    }

    private static double[] Symbol(PlaneGrid grid, double ratio)
    {
        int columns = grid.WaveNumbersX.Length;
        var symbol = new double[grid.Ny * columns];
        for (int at = 0; at < symbol.Length; at++)
        {
            int mx = at % columns, row = at / columns, my = Math.Min(row, grid.Ny - row);
            bool kept = ratio == 1 || (mx < ratio * grid.Nx / 2 && my < ratio * grid.Ny / 2);
            symbol[at] = kept ? 1 : 0;
        }
        return symbol;
    }
}
