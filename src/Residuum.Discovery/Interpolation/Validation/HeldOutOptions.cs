using Residuum.Numerics.Options;

namespace Residuum.Discovery.Interpolation;

/// <summary>Options of the score on held-out sensors.</summary>
public sealed record HeldOutOptions
{
    /// <summary>Part of the sensors that is held out, over all folds.</summary>
    [Option("Part of the sensors that is held out, over all folds.", Range = "(0, 0.5]", Source = "medida-qg, Analytical checks")]
    public double Part { get; init => field = Require.Declared(this, value); } = 0.1;

    /// <summary>Folds that the held-out sensors are dealt to: each fold's fit misses only its share.</summary>
    [Option("Folds that the held-out sensors are dealt to: each fold's fit misses only its share.", Range = "[1, 100]", Source = "medida-qg, Analytical checks")]
    public int Folds { get; init => field = Require.Declared(this, value); } = 5;
}
