using Residuum.Numerics.Options;

namespace Residuum.Discovery.Interpolation;

/// <summary>Options of the Gaussian process.</summary>
public sealed record GaussianProcessOptions
{
    /// <summary>Jets and spectrum of the flow; those of a polyharmonic fill of the readings themselves where null.</summary>
    public FlowClimatology? Climatology { get; init; }

    /// <summary>Standard deviation of the readings' noise over that of the eddies of the layer; 0 meets the readings exactly.</summary>
    [Option("Standard deviation of the readings' noise over that of the eddies; 0 meets the readings exactly.", Range = "[0, inf)", Source = "medida-qg, Interpolators (e)")]
    public double Noise { get; init => field = Require.Declared(this, value); }

    /// <summary>Missing grid points up to which a matrix is factored; conjugate gradients above.</summary>
    [Option("Missing grid points up to which a dense matrix is factored; conjugate gradients above.", Range = "[0, 20000]", Source = "medida-qg, Interpolators (a)")]
    public int LargestDense { get; init => field = Require.Declared(this, value); } = 5000;
}
