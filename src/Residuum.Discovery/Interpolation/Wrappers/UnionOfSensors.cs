using Residuum.Discovery.Sensors;
using Residuum.Numerics;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Observed values at the sensors, another interpolator's elsewhere (medida-qg, Algorithm 2).</summary>
/// <remarks>Only where the interpolator nearly meets the readings: else the steps between both are amplified by derivatives and hyperdiffusion.</remarks>
/// <param name="inner">The other interpolator.</param>
public sealed class UnionOfSensors(IFieldInterpolator inner) : IFieldInterpolator
{
    /// <inheritdoc/>
    public string Name => $"{inner.Name}+union";

    /// <inheritdoc/>
    public bool IsLinear => inner.IsLinear;

    /// <inheritdoc/>
    public IInterpolatedFields Fit(SensorNetwork sensors, SensorValues values, long seed, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        if (sensors.GridIndices is not { } indices)
            throw new UserError("observed values can not stand in the grid", Name, "sensors between grid points", "sensors on grid points", $"take {inner.Name} alone");
        return Keep(indices, sensors.Grid, values, inner.Fit(sensors, values, seed, progress, cancel));
    }

    /// <summary>Fields with the readings put in.</summary>
    internal static IInterpolatedFields Keep(int[] indices, PlaneGrid grid, SensorValues values, IInterpolatedFields fields) =>
        ProcessedFields.Of(grid, fields, values, (all, readings) => Insert(all, readings, indices, grid.Points));

    private static void Insert(double[] fields, SensorValues readings, int[] indices, int points)
    {
        for (int field = 0; field < readings.Fields; field++)
        {
            for (int i = 0; i < indices.Length; i++) fields[(field * points) + indices[i]] = readings.Values[(field * indices.Length) + i];
        }
    }
}
