using Residuum.Numerics.Options;

namespace Residuum.Discovery.Interpolation;

/// <summary>Options of band-limited least squares.</summary>
public sealed record BandLimitedOptions
{
    /// <summary>Waves along x of the highest kept wave number; 0 keeps half as many coefficients as there are sensors.</summary>
    [Option("Waves along x of the highest kept wave number; 0 keeps half as many coefficients as there are sensors.", Range = "[0, 100000]", Source = "medida-qg, Interpolators (f)")]
    public double Waves { get; init => field = Require.Declared(this, value); }
}
