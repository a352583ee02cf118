using Residuum.Numerics.Options;

namespace Residuum.Discovery.Interpolation;

/// <summary>Options of the ensemble analysis.</summary>
public sealed record EnsembleOptions
{
    /// <summary>ψ of states of the model, <c>[members, layers, Ny, Nx]</c> on the grid of the sensors.</summary>
    public double[]? States { get; init; }

    /// <summary>Standard deviation of the readings' error over the ensemble's spread in the layer.</summary>
    [Option("Standard deviation of the readings' error over the ensemble's spread.", Range = "(0, inf)", Source = "medida-qg, Interpolators (g)")]
    public double Error { get; init => field = Require.Declared(this, value); } = 0.01;
}
