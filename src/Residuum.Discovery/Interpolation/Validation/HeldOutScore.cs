namespace Residuum.Discovery.Interpolation;

/// <summary>What an interpolator gets wrong, as sensors tell that it did not see.</summary>
/// <param name="Interpolator">Name of the interpolator.</param>
/// <param name="Layers">Estimated relative L2 error of ψ on the whole grid, one a layer.</param>
/// <param name="Gaps">Relative error at held-out places alone, one a layer.</param>
/// <param name="Misfits">Relative error at the sensors that the fits saw, one a layer: the union of observed and interpolated values is
/// harmless only where it is far below that of the gaps.</param>
/// <param name="Tendencies">Relative error of the change within pairs at held-out sensors, one a layer; NaN without pairs.</param>
/// <param name="Folds">Folds that were fitted.</param>
public sealed record HeldOutScore(string Interpolator, double[] Layers, double[] Gaps, double[] Misfits, double[] Tendencies, int Folds)
{
    /// <summary>Root mean square of the layers' errors.</summary>
    public double Error => Math.Sqrt(Layers.Average(error => error * error));

    /// <summary>Root mean square of the errors of the changes: h is made of them.</summary>
    public double TendencyError => Math.Sqrt(Tendencies.Average(error => error * error));
}
