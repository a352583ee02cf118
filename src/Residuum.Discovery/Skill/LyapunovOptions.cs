using Residuum.Numerics.Options;

namespace Residuum.Discovery.Skill;

/// <summary>How long and how finely the growth of a small error is followed.</summary>
/// <param name="Interval">Time between renormalisations, well below a Lyapunov time.</param>
/// <param name="Duration">Time over which growth is averaged, for each start.</param>
public sealed record LyapunovOptions(double Interval, double Duration)
{
    /// <summary>Time between renormalisations.</summary>
    [Option("Time between renormalisations, well below a Lyapunov time.", Range = "(0, inf)", Unit = "model time")]
    public double Interval { get; init => field = Require.Declared(this, value); } = Interval;

    /// <summary>Time over which growth is averaged, for each start.</summary>
    [Option("Time over which growth is averaged, for each start.", Range = "(0, inf)", Unit = "model time")]
    public double Duration { get; init => field = Require.Declared(this, value); } = Duration;

    /// <summary>Time for the error to turn into the fastest growing direction; not averaged.</summary>
    [Option("Time for the error to turn into the fastest growing direction; not averaged.", Range = "[0, inf)", Unit = "model time")]
    public double Alignment { get; init => field = Require.Declared(this, value); } = 20;

    /// <summary>Distance of the two trajectories after each renormalisation, relative to the norm of the start.</summary>
    [Option("Distance of the two trajectories after each renormalisation, relative to the norm of the start.", Range = "[1e-12, 1e-2]", Source = "rounding stays below 1e-8 of it")]
    public double Separation { get; init => field = Require.Declared(this, value); } = 1e-7;

    /// <summary>Seed of the first direction.</summary>
    [Option("Seed of the first direction.", Range = "[0, inf)")]
    public long Seed { get; init => field = Require.Declared(this, value); }
}
