using Residuum.Discovery.Sensors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Fields of another interpolator, changed on the grid; derivatives and values between grid points are those of the changed fields.</summary>
internal class ProcessedFields : IInterpolatedFields
{
    private readonly GridFields _fields;

    /// <param name="grid">Grid.</param>
    /// <param name="inner">Fields of the other interpolator.</param>
    /// <param name="readings">What they were fitted to.</param>
    /// <param name="process">Changes fields, <c>[fields, Ny * Nx]</c>, that were made of readings.</param>
    protected ProcessedFields(PlaneGrid grid, IInterpolatedFields inner, SensorValues readings, Action<double[], SensorValues> process)
    {
        double[] values = (double[])inner.Values.Clone();
        process(values, readings);
        _fields = new GridFields(grid, values);
    }

    /// <inheritdoc/>
    public double[] Values => _fields.Values;

    /// <summary>Fields that can be applied to differences where the inner ones can.</summary>
    public static IInterpolatedFields Of(PlaneGrid grid, IInterpolatedFields inner, SensorValues readings, Action<double[], SensorValues> process) =>
        inner is ILinearFields linear ? new Linear(grid, linear, readings, process) : new ProcessedFields(grid, inner, readings, process);

    /// <inheritdoc/>
    public double[] At(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => _fields.At(x, y);

    /// <inheritdoc/>
    public double[] Derivative(int orderX, int orderY) => _fields.Derivative(orderX, orderY);

    private sealed class Linear(PlaneGrid grid, ILinearFields inner, SensorValues readings, Action<double[], SensorValues> process)
        : ProcessedFields(grid, inner, readings, process), ILinearFields
    {
        private readonly Action<double[], SensorValues> _process = process;

        public double[] Differences(SensorValues differences)
        {
            double[] fields = (double[])inner.Differences(differences).Clone();
            _process(fields, differences);
            return fields;
        }
    }
}
