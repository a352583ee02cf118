namespace Residuum.Distribution.Problems;

/// <summary>log(1 + exp(-b z)), b = ±1.</summary>
internal sealed class LogisticLoss : ILoss
{
    public double Curvature => 0.25;

    /// <summary>Written so that exp never overflows.</summary>
    public double Value(double prediction, double label)
    {
        double margin = label * prediction;
        return Math.Max(-margin, 0) + double.LogP1(Math.Exp(-Math.Abs(margin)));
    }

    public double Slope(double prediction, double label) => -label / (1 + Math.Exp(label * prediction));
}
