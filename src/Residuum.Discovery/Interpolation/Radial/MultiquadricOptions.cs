using Residuum.Numerics.Options;

namespace Residuum.Discovery.Interpolation;

/// <summary>Options of the multiquadric radial basis functions.</summary>
public sealed record MultiquadricOptions
{
    /// <summary>ε of √((r/ε)² + 1), in coordinates scaled to [-π, π)².</summary>
    [Option("Length of sqrt((r/epsilon)^2 + 1), in coordinates scaled to a square of side 2 pi.", Range = "(0, inf)", Source = "medida-qg, Interpolators (c): the published code")]
    public double Epsilon { get; init => field = Require.Declared(this, value); } = 0.1;
}
