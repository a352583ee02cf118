using Residuum.Discovery.Interpolation;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Projects;

/// <summary>How fields are made of readings: one of the interpolators, with its options.</summary>
public sealed record FlowInterpolationOptions
{
    /// <summary>Name of the interpolator.</summary>
    [Option("Interpolator, such as polyharmonic:6, gp, rff-mlp:tangent, mlp, rff-ridge, rbf, cubic or band-limited:20; auto takes the one that errs least at held-out sensors; +union keeps readings where they stand, +keep:RATIO filters.", Source = "medida-qg, Interpolators: polyharmonic is the default for gaps in a grid")]
    public string Method { get; init; } = "polyharmonic:6";

    /// <summary>Whether sensors that are held out score the interpolator.</summary>
    [Option("Whether sensors that are held out score the interpolator, for the report; five more fits.", Source = "medida-qg, Analytical checks")]
    public bool Score { get; init; } = true;

    /// <summary>Which sensors are held out.</summary>
    [Option("Sensors that are held out, for the score and for auto.")]
    public HeldOutOptions HeldOut { get; init; } = new();

    /// <summary>Options of the polyharmonic fill.</summary>
    [Option("The polyharmonic fill.")]
    public PolyharmonicOptions Polyharmonic { get; init; } = new();

    /// <summary>Options of the Gaussian process.</summary>
    [Option("The Gaussian process.")]
    public GaussianProcessOptions Gp { get; init; } = new();

    /// <summary>Options of the network behind random Fourier features.</summary>
    [Option("The network behind random Fourier features.")]
    public RandomFourierOptions RffMlp { get; init; } = new();

    /// <summary>Options of the plain network.</summary>
    [Option("The plain network.")]
    public PlainNetworkOptions Mlp { get; init; } = new();

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
    /// <exception cref="UserError">No such interpolator, or an argument that it does not take.</exception>
    public IFieldInterpolator Create() => Method.Trim().Length > 0
        ? Interpolators.Create(Method, HeldOut, Polyharmonic, Gp, RffMlp, Mlp, RffRidge, Rbf, BandLimited)
        : throw new UserError("no interpolator", "interpolation.method", remedy: "leave it out, or name one, such as polyharmonic:6");
}
