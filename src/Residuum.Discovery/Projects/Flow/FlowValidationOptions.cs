using Residuum.Numerics.Options;

namespace Residuum.Discovery.Projects;

/// <summary>How a corrected flow model is put to the test.</summary>
public sealed record FlowValidationOptions
{
    /// <summary>Fewest pairs of which some can be spared.</summary>
    public const int FewestPairs = 5;

    /// <summary>Every so-many-th pair is not fitted.</summary>
    [Option("Every so-many-th pair is left out of the fit and used for forecasts alone, where there are at least 5; 0 fits all.", Range = "[0, 10000]")]
    public int HeldOutEvery { get; init => field = Require.Declared(this, value); } = 5;

    /// <summary>Longest forecast.</summary>
    [Option("Longest forecast towards a later pair; 0 makes none.", Range = "[0, inf)", Unit = "time")]
    public double Horizon { get; init => field = Require.Declared(this, value); } = 5;
}
