using Residuum.Numerics.Options;

namespace Residuum.Discovery.Interpolation;

/// <summary>Options of <see cref="RandomFourierNetwork"/>; <see cref="Published"/> is the paper's form.</summary>
public sealed record RandomFourierOptions : NetworkOptions
{
    /// <summary>The published network and training: hours on a processor.</summary>
    public static RandomFourierOptions Published { get; } = new()
    {
        Readout = NetworkReadout.TwoNet,
        Frequencies = 500,
        SigmaX = 1,
        SigmaY = 1,
        Width = 1000,
        HiddenLayers = 4,
        Iterations = 200_000,
        BatchSize = 0,
        LearningRate = 0.01,
        FinalFraction = 1,
        AmsGrad = true,
        SecondRate = 1,
    };

    /// <summary>Number of frequencies; there are twice as many features.</summary>
    [Option("Random frequencies; there are twice as many features.", Range = "[1, 100000]", Source = "medida-qg, Fast CPU route; 500 is published")]
    public int Frequencies { get; init => field = Require.Declared(this, value); } = 128;

    /// <summary>σ along x: standard deviation of the frequencies on the axis scaled to 2π.</summary>
    [Option("Standard deviation of the frequencies along x, on the axis scaled to 2 pi; about m/(14 pi) for 99 % of the Laplacian's variance below wave number m.", Range = "(0, 1000]", Source = "medida-qg, Interpolators; 1 and 10 are published")]
    public double SigmaX { get; init => field = Require.Declared(this, value); } = 0.5;

    /// <summary>σ along y.</summary>
    [Option("Standard deviation of the frequencies along y, on the axis scaled to 2 pi.", Range = "(0, 1000]", Source = "medida-qg, Interpolators; 1 and 10 are published")]
    public double SigmaY { get; init => field = Require.Declared(this, value); } = 0.7;

    /// <summary>Whether σ is chosen by sensors that are held out.</summary>
    [Option("Whether both standard deviations are chosen by sensors that are held out, among 0.25, 0.35, 0.5, 0.7 and 1.", Source = "medida-qg, Interpolators")]
    public bool TuneSigma { get; init; }
}
