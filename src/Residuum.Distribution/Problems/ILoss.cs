namespace Residuum.Distribution.Problems;

/// <summary>φ(z, b): loss of a prediction z where the label is b.</summary>
internal interface ILoss
{
    /// <summary>Largest second derivative in z.</summary>
    double Curvature { get; }

    /// <summary>φ(z, b).</summary>
    double Value(double prediction, double label);

    /// <summary>∂φ/∂z.</summary>
    double Slope(double prediction, double label);
}
