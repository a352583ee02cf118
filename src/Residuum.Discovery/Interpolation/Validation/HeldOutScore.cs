namespace Residuum.Discovery.Interpolation;

/// <summary>What an interpolator gets wrong, as sensors tell that it did not see.</summary>
/// <param name="Interpolator">Name of the interpolator.</param>
/// <param name="Layers">Estimated relative L2 error of ψ on the whole grid, one a layer.</param>
/// <param name="Tendencies">Relative error of the change within pairs at held-out sensors, one a layer; NaN without pairs.</param>
/// <param name="Folds">Folds that were fitted.</param>
public sealed record HeldOutScore(string Interpolator, double[] Layers, double[] Tendencies, int Folds)
{
    /// <summary>Root mean square of the layers' errors.</summary>
    public double Error => Math.Sqrt(Layers.Average(error => error * error));

    /// <summary>Root mean square of the errors of the changes: h is made of them.</summary>
    public double TendencyError => Math.Sqrt(Tendencies.Average(error => error * error));
}
