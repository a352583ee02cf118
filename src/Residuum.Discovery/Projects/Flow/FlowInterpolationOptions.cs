using Residuum.Discovery.Interpolation;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Projects;

/// <summary>How fields are made of readings: one of the interpolators, with its options.</summary>
public sealed record FlowInterpolationOptions
{
    /// <summary>Name of the interpolator.</summary>
    [Option("Interpolator, such as polyharmonic:6, rbf, cubic, gp, rff-ridge or band-limited:20; +union keeps readings where they stand, +keep:RATIO filters.", Source = "medida-qg, Interpolators: polyharmonic is the default for gaps in a grid")]
    public string Method { get; init; } = "polyharmonic:6";

    /// <summary>Options of the polyharmonic fill.</summary>
    [Option("The polyharmonic fill.")]
    public PolyharmonicOptions Polyharmonic { get; init; } = new();

    /// <summary>Options of the Gaussian process.</summary>
    [Option("The Gaussian process.")]
    public GaussianProcessOptions Gp { get; init; } = new();

    /// <summary>Options of ridge regression on random Fourier features.</summary>
    [Option("Ridge regression on random Fourier features.")]
    public RffRidgeOptions RffRidge { get; init; } = new();

    /// <summary>Options of the radial basis functions.</summary>
    [Option("Multiquadric radial basis functions.")]
    public MultiquadricOptions Rbf { get; init; } = new();

    /// <summary>Options of band-limited least squares.</summary>
    [Option("Band-limited least squares.")]
    public BandLimitedOptions BandLimited { get; init; } = new();

    /// <summary>The interpolator.</summary>
    /// <exception cref="Numerics.Errors.UserError">No such interpolator, or an argument that it does not take.</exception>
    public IFieldInterpolator Create() => Interpolators.Create(Method, Polyharmonic, Gp, RffRidge, Rbf, BandLimited);
}
