using Residuum.Discovery.Sensors;

namespace Residuum.Discovery.Interpolation;

/// <summary>How well readings were interpolated: what a discovery's report says of it.</summary>
/// <param name="Interpolator">Name of the interpolator.</param>
/// <param name="Sensors">Number of sensors.</param>
/// <param name="Ratio">Sensors per grid point.</param>
/// <param name="HeldOut">The error that held-out sensors tell; null where it was not asked for.</param>
/// <param name="Errors">The true errors; null where the truth is not known.</param>
/// <param name="Spectra">Spectra of the interpolated fields, one a layer.</param>
/// <param name="TrueSpectra">Spectra of the truth, one a layer; null where it is not known.</param>
public sealed record InterpolationReport(
    string Interpolator, int Sensors, double Ratio, HeldOutScore? HeldOut, InterpolationErrors? Errors, IReadOnlyList<FlowSpectra> Spectra, IReadOnlyList<FlowSpectra>? TrueSpectra)
{
    /// <summary>Reports on fields.</summary>
    /// <param name="interpolator">Name of the interpolator.</param>
    /// <param name="sensors">The sensors.</param>
    /// <param name="layers">Number of layers.</param>
    /// <param name="fields">What was interpolated.</param>
    /// <param name="truth">True ψ, <c>[snapshots, layers, Ny, Nx]</c>, where it is known.</param>
    /// <param name="heldOut">The score on held-out sensors, where it was taken.</param>
    public static InterpolationReport Of(string interpolator, SensorNetwork sensors, int layers, IInterpolatedFields fields, double[]? truth = null, HeldOutScore? heldOut = null)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(fields);
        return new InterpolationReport(
            interpolator,
            sensors.Count,
            sensors.Ratio,
            heldOut,
            truth is null ? null : InterpolationErrors.Of(sensors.Grid, layers, fields, truth),
            FlowSpectra.Of(sensors.Grid, layers, fields.Values),
            truth is null ? null : FlowSpectra.Of(sensors.Grid, layers, truth));
    }
}
