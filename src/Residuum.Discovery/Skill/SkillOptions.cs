using Residuum.Numerics.Options;

namespace Residuum.Discovery.Skill;

/// <summary>How forecasts are compared with a truth.</summary>
public sealed record SkillOptions
{
    /// <summary>Starts on the attractor.</summary>
    [Option("Starts on the attractor, each forgotten by the others.", Range = "[2, 100000]", Source = "medida-ks, issue: at least 20")]
    public int Starts { get; init => field = Require.Declared(this, value); } = 24;

    /// <summary>Time between compared states.</summary>
    [Option("Time between compared states; well below a Lyapunov time.", Range = "(0, inf)", Unit = "model time")]
    public double Interval { get; init => field = Require.Declared(this, value); } = 0.5;

    /// <summary>Length of the forecasts in Lyapunov times.</summary>
    [Option("Length of the forecasts.", Range = "(0, 1000]", Unit = "Lyapunov times")]
    public double Horizon { get; init => field = Require.Declared(this, value); } = 16;

    /// <summary>Time that each start runs before it counts.</summary>
    [Option("Time that each start runs before it counts: tens of Lyapunov times.", Range = "[0, inf)", Unit = "model time", Source = "medida-ks, study: 100")]
    public double SpinUp { get; init => field = Require.Declared(this, value); } = 150;

    /// <summary>Time over which the Lyapunov exponent is averaged, for each of a few starts.</summary>
    [Option("Time over which the Lyapunov exponent is averaged, for each of eight starts.", Range = "(0, inf)", Unit = "model time")]
    public double LyapunovDuration { get; init => field = Require.Declared(this, value); } = 150;

    /// <summary>Seed of the starts.</summary>
    [Option("Seed of the starts.", Range = "[0, 9e15]")]
    public long Seed { get; init => field = Require.Declared(this, value); } = 1000;
}
