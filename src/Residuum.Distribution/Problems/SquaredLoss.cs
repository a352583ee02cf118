namespace Residuum.Distribution.Problems;

/// <summary>½ (z - b)².</summary>
internal sealed class SquaredLoss : ILoss
{
    public double Curvature => 1;

    public double Value(double prediction, double label) => 0.5 * (prediction - label) * (prediction - label);

    public double Slope(double prediction, double label) => prediction - label;
}
