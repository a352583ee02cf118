using System.Numerics.Tensors;
using Residuum.Discovery.Sensors;

namespace Residuum.Discovery.Interpolation;

/// <summary>Fields of a linear operator, about a background where there is one.</summary>
internal sealed class LinearFields : ILinearFields
{
    private readonly Prior _prior;
    private readonly IInterpolatedFields _anomalies;

    public LinearFields(Prior prior, SensorValues readings, CancellationToken cancel)
    {
        _prior = prior;
        _anomalies = prior.Operator.Apply(prior.Background?.Subtract(readings) ?? readings, cancel);
        Values = WithBackground(_anomalies.Values, known => known.Values);
    }

    /// <inheritdoc/>
    public double[] Values { get; }

    /// <inheritdoc/>
    public double[] At(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double[] background = _prior.Background?.Fields.At(x, y) ?? [];
        return WithBackground(_anomalies.At(x, y), _ => background);
    }

    /// <inheritdoc/>
    public double[] Derivative(int orderX, int orderY) => WithBackground(_anomalies.Derivative(orderX, orderY), known => known.Derivative(orderX, orderY));

    /// <inheritdoc/>
    public double[] Differences(SensorValues differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        return _prior.Operator.Apply(differences, CancellationToken.None).Values;
    }

    private double[] WithBackground(double[] anomalies, Func<IInterpolatedFields, double[]> background)
    {
        if (_prior.Background is not { } known) return anomalies;
        double[] layers = background(known.Fields), sum = new double[anomalies.Length];
        for (int snapshot = 0; snapshot < sum.Length; snapshot += layers.Length)
            TensorPrimitives.Add(anomalies.AsSpan(snapshot, layers.Length), layers, sum.AsSpan(snapshot));
        return sum;
    }
}
