using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Interpolation;

/// <summary>All interpolators, by name.</summary>
/// <remarks>Grammar: <c>NAME[:ARGUMENT][+union][+keep:RATIO]</c>, such as <c>polyharmonic:6</c> or <c>rff-ridge+union+keep:0.66</c>; wrappers apply from left to right.</remarks>
public static class Interpolators
{
    /// <summary>The list that flags, help and comparisons read.</summary>
    public static IReadOnlyList<InterpolatorEntry> All { get; } =
    [
        InterpolatorEntry.Of("polyharmonic", "Field of least polyharmonic energy; the default for gaps in a grid.", "POWER", new PolyharmonicOptions(),
            (options, power) => new PolyharmonicFill(power is null ? options : options with { Power = InterpolatorEntry.Number("polyharmonic", power) })),
        InterpolatorEntry.Of("gp", "Gaussian process with the climatological spectrum about the mean jet.", "", new GaussianProcessOptions(), (options, _) => new GaussianProcess(options)),
        InterpolatorEntry.Of("rff-mlp", "Network behind random Fourier features; tangent, last-layer, or two-net as published.", "READOUT", new RandomFourierOptions(),
            (options, readout) => new RandomFourierNetwork(readout is null ? options : options with { Readout = InterpolatorEntry.Choice<NetworkReadout>("rff-mlp", readout) })),
        InterpolatorEntry.Of("mlp", "Network of the places alone, which leaves small scales (published baseline).", "READOUT", new PlainNetworkOptions(),
            (options, readout) => new PlainNetwork(readout is null ? options : options with { Readout = InterpolatorEntry.Choice<NetworkReadout>("mlp", readout) })),
        InterpolatorEntry.Of("rff-ridge", "Ridge regression on random Fourier features.", "", new RffRidgeOptions(), (options, _) => new RffRidge(options)),
        InterpolatorEntry.Of("rbf", "Multiquadric radial basis functions (published baseline).", "", new MultiquadricOptions(), (options, _) => new MultiquadricRbf(options)),
        InterpolatorEntry.Of("cubic", "Clough-Tocher cubics, the nearest reading outside the hull (published baseline).", () => new CubicScattered()),
        InterpolatorEntry.Of("linear", "Linear pieces on triangles (baseline).", () => new LinearScattered()),
        InterpolatorEntry.Of("nearest", "The nearest reading (baseline).", () => new NearestScattered()),
        InterpolatorEntry.Of("band-limited", "Least squares of the waves below a wave number.", "WAVES", new BandLimitedOptions(),
            (options, waves) => new BandLimitedLeastSquares(waves is null ? options : options with { Waves = InterpolatorEntry.Number("band-limited", waves) })),
        new InterpolatorEntry("auto", "The one that errs least at held-out sensors.", "", new HeldOutOptions(), (options, _) => AutoInterpolator.Of(options)),
        InterpolatorEntry.Of("enkf", "Mean of an ensemble Kalman analysis of given states.", "", new EnsembleOptions(), (options, _) => new EnsembleAnalysis(options)),
    ];

    /// <summary>An interpolator from its text form.</summary>
    /// <param name="text">Such as <c>polyharmonic:6</c> or <c>rbf+union</c>.</param>
    /// <param name="options">Options of any of the interpolators: where one is of its type it is taken, else its defaults.</param>
    /// <exception cref="UserError">No such interpolator or wrapper, or an argument that it does not take.</exception>
    public static IFieldInterpolator Create(string text, params IReadOnlyList<object> options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(options);
        string[] parts = text.Split('+');
        var (name, argument) = Split(parts[0]);
        InterpolatorEntry entry = All.FirstOrDefault(entry => entry.Name == name)
            ?? throw new UserError("unknown interpolator", "interpolation.method", name, string.Join(", ", All.Select(Form)));
        if (argument is not null && entry.Argument.Length == 0) throw new UserError("nothing may stand behind the colon", $"interpolator {name}", argument, name);
        var interpolator = entry.Create(options, argument);
        return parts.Skip(1).Aggregate(interpolator, Wrap);
    }

    private static IFieldInterpolator Wrap(IFieldInterpolator inner, string text) => Split(text) switch
    {
        ("union", null) => new UnionOfSensors(inner),
        ("keep", { } ratio) => new KeepRatioFilter(inner, InterpolatorEntry.Number("keep", ratio)),
        _ => throw new UserError("unknown addition to an interpolator", inner.Name, $"+{text}", "+union or +keep:RATIO"),
    };

    private static (string Name, string? Argument) Split(string text)
    {
        string[] parts = text.Trim().Split(':', 2);
        return (parts[0], parts.Length == 2 ? parts[1] : null);
    }

    private static string Form(InterpolatorEntry entry) => entry.Argument.Length == 0 ? entry.Name : $"{entry.Name}:{entry.Argument}";
}
