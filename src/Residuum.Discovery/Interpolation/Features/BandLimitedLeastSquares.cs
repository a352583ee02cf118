using System.Globalization;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Least squares of the waves below a wave number (medida-qg, Interpolators, f).</summary>
/// <param name="options">Options.</param>
public sealed class BandLimitedLeastSquares(BandLimitedOptions? options = null) : LinearInterpolator
{
    private readonly BandLimitedOptions _options = options ?? new BandLimitedOptions();

    /// <inheritdoc/>
    public override string Name => _options.Waves == 0 ? "band-limited" : string.Create(CultureInfo.InvariantCulture, $"band-limited:{_options.Waves}");

    /// <inheritdoc/>
    private protected override Prior Prepare(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel)
    {
        PlaneGrid grid = sensors.Grid;
        // A disc of radius κ in wave number space holds κ² Lx Ly / 4π coefficients.
        double largest = _options.Waves > 0 ? 2 * Math.PI * _options.Waves / grid.LengthX : Math.Sqrt(2 * Math.PI * sensors.Count / (grid.LengthX * grid.LengthY));
        var modes = RealModes.Of(grid, largest);
        if (modes.Count > sensors.Count)
        {
            throw new UserError("more waves than sensors", Name, $"{modes.Count} coefficients for {sensors.Count} sensors", "at most as many coefficients as sensors",
                "take a lower limit, or band-limited without a number");
        }
        return new Prior(new ModeLeastSquares(modes, sensors));
    }

    private sealed class ModeLeastSquares : ISensorOperator
    {
        private readonly RealModes _modes;
        private readonly Matrix _atSensors, _factor;

        public ModeLeastSquares(RealModes modes, SensorNetwork sensors)
        {
            (_modes, _atSensors) = (modes, modes.At(sensors.X, sensors.Y));
            _factor = ModeGram.Of(modes, sensors.X, sensors.Y);
            if (!Dense.TryCholesky(_factor))
                throw new UserError("the sensors do not determine the waves", $"{sensors.Count} sensors", $"{modes.Count} coefficients", remedy: "take a lower limit");
        }

        public IInterpolatedFields Apply(SensorValues readings, CancellationToken cancel)
        {
            Matrix coefficients = Dense.Multiply(new Matrix(readings.Fields, readings.Sensors, readings.Values), _atSensors);
            Dense.CholeskySolve(_factor, coefficients);
            return new GridFields(_modes.Grid, _modes.ToGrid(coefficients));
        }
    }
}
