using Residuum.Numerics.Options;

namespace Residuum.Discovery.Interpolation;

/// <summary>Options of ridge regression on random Fourier features.</summary>
public sealed record RffRidgeOptions
{
    /// <summary>Frequencies; each gives a cosine and a sine.</summary>
    [Option("Random frequencies; each gives a cosine and a sine.", Range = "[1, 20000]", Source = "medida-qg, Interpolators (b)")]
    public int Frequencies { get; init => field = Require.Declared(this, value); } = 1200;

    /// <summary>Standard deviation of the frequencies along x, in turns per radian of the scaled domain: wave number 2πσ.</summary>
    [Option("Standard deviation of the frequencies along x: about 2 pi sigma waves fit into the domain.", Range = "(0, inf)", Source = "measured on model states at 95, 90 and 75 % sensors, 64 x 96")]
    public double SigmaX { get; init => field = Require.Declared(this, value); } = 1.4;

    /// <summary>Standard deviation of the frequencies along y.</summary>
    [Option("Standard deviation of the frequencies along y.", Range = "(0, inf)", Source = "measured on model states at 95, 90 and 75 % sensors, 64 x 96")]
    public double SigmaY { get; init => field = Require.Declared(this, value); } = 2;

    /// <summary>λ, added to the diagonal of the features' Gram matrix in units of its mean diagonal.</summary>
    [Option("Ridge, in units of the mean diagonal of the features' Gram matrix.", Range = "(0, inf)", Source = "measured on model states at 95, 90 and 75 % sensors, 64 x 96")]
    public double Ridge { get; init => field = Require.Declared(this, value); } = 1e-6;
}
