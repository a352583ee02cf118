using Residuum.Discovery.Sensors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Gaussian process, also called optimal interpolation: the most probable fields of a climatological spectrum about a mean jet
/// (medida-qg, Interpolators, e).</summary>
/// <remarks>Its energy is Σ |ψ̂|² / S(k, l), so that it is solved as the polyharmonic fill is. Where no climatology is given, that of a polyharmonic
/// fill of all the readings is taken: then the operator depends on them, but is one for all of them.</remarks>
/// <param name="options">Options.</param>
public sealed class GaussianProcess(GaussianProcessOptions? options = null) : LinearInterpolator
{
    /// <summary>Variance of the mean over that of the strongest mode: nearly free.</summary>
    private const double FreeMean = 1000;

    private readonly GaussianProcessOptions _options = options ?? new GaussianProcessOptions();

    /// <inheritdoc/>
    public override string Name => "gp";

    /// <inheritdoc/>
    private protected override Prior Prepare(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel)
    {
        var climatology = Climatology(sensors, values, seed, cancel);
        var jets = new GridFields(sensors.Grid, climatology.JetFields());
        var atSensors = new Matrix(values.Layers, sensors.Count, jets.At(sensors.X, sensors.Y));
        return new Prior(Operator(climatology, sensors), new Background(jets, atSensors));
    }

    private ISensorOperator Operator(FlowClimatology climatology, SensorNetwork sensors)
    {
        double[] symbol = [.. climatology.Spectrum.Select(power => 1 / power)];
        symbol[0] = symbol.Min() / FreeMean;
        var energy = new SpectralEnergy(sensors.Grid, symbol);
        // Energy is scaled by the least power: so is the weight of the readings.
        if (_options.Noise > 0) return new ScatteredSpline(energy, sensors, climatology.Spectrum.Min() / (_options.Noise * _options.Noise));
        return sensors.GridIndices is { } observed ? new GapFill(energy, observed, _options.LargestDense) : new ScatteredSpline(energy, sensors);
    }

    private FlowClimatology Climatology(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel)
    {
        PlaneGrid grid = sensors.Grid;
        if (_options.Climatology is not { } known)
            return FlowClimatology.Of(grid, values.Layers, new PolyharmonicFill(new PolyharmonicOptions { LargestDense = _options.LargestDense }).Fit(sensors, values, seed, cancel: cancel).Values);
        if ((known.Layers, known.Grid.Nx, known.Grid.Ny) == (values.Layers, grid.Nx, grid.Ny)) return known;
        throw new Numerics.Errors.UserError("the climatology is that of another grid", "gp", $"{known.Layers} layers of {known.Grid.Nx} x {known.Grid.Ny} points", $"{values.Layers} of {grid.Nx} x {grid.Ny}");
    }
}
