using System.Numerics.Tensors;
using Residuum.Discovery.Sensors;

namespace Residuum.Discovery.Interpolation;

/// <summary>Fields of a linear operator, about a background where there is one.</summary>
internal sealed class LinearFields : ILinearFields
{
    private readonly ISensorOperator _operator;
    private readonly Background? _background;
    private readonly IInterpolatedFields _anomalies;

    public LinearFields(ISensorOperator map, Background? background, SensorValues readings, CancellationToken cancel)
    {
        (_operator, _background) = (map, background);
        _anomalies = map.Apply(background is null ? readings : background.Subtract(readings), cancel);
        Values = WithBackground(_anomalies.Values, known => known.Values);
    }

    /// <inheritdoc/>
    public double[] Values { get; }

    /// <inheritdoc/>
    public double[] At(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double[] background = _background?.Fields.At(x, y) ?? [];
        return WithBackground(_anomalies.At(x, y), _ => background);
    }

    /// <inheritdoc/>
    public double[] Derivative(int orderX, int orderY) => WithBackground(_anomalies.Derivative(orderX, orderY), known => known.Derivative(orderX, orderY));

    /// <inheritdoc/>
    public double[] Differences(SensorValues differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        return _operator.Apply(differences, CancellationToken.None).Values;
    }

    private double[] WithBackground(double[] anomalies, Func<IInterpolatedFields, double[]> background)
    {
        if (_background is null) return anomalies;
        double[] layers = background(_background.Fields), sum = new double[anomalies.Length];
        for (int snapshot = 0; snapshot < sum.Length; snapshot += layers.Length)
            TensorPrimitives.Add(anomalies.AsSpan(snapshot, layers.Length), layers, sum.AsSpan(snapshot));
        return sum;
    }
}
