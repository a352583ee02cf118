using Residuum.Numerics.Options;

namespace Residuum.Discovery.Assimilation;

/// <summary>How a truth is observed: sporadic groups of consecutive states, with noise.</summary>
public sealed record TwinSettings
{
    /// <summary>Number of groups n.</summary>
    [Option("Number of groups of observed states.", Range = "[1, 1000000]", Source = "medida-ks, variants: 100")]
    public int Samples { get; init => field = Require.Declared(this, value); } = 100;

    /// <summary>States before the end of each group: 1 makes pairs, 2 triples.</summary>
    [Option("States before the end of each group: 1 makes pairs, 2 triples for two-step solvers.", Range = "[1, 8]", Source = "medida-ks, inputs")]
    public int Lags { get; init => field = Require.Declared(this, value); } = 2;

    /// <summary>Time step Δt between the states of a group.</summary>
    [Option("Time between the states of a group.", Range = "(0, inf)", Unit = "model time", Source = "medida-ks, Algorithm step 1: 0.005")]
    public double Lag { get; init => field = Require.Declared(this, value); } = 0.005;

    /// <summary>Time from the start of one group to the start of the next.</summary>
    [Option("Time from the start of one group to the start of the next; more than a group lasts.", Range = "(0, inf)", Unit = "model time", Source = "medida-ks, study: 2")]
    public double Every { get; init => field = Require.Declared(this, value); } = 2;

    /// <summary>Time before the first group, for the truth to reach its attractor.</summary>
    [Option("Time before the first group, for the truth to reach its attractor.", Range = "[0, inf)", Unit = "model time", Source = "medida-ks, study: 100")]
    public double SpinUp { get; init => field = Require.Declared(this, value); } = 100;

    /// <summary>Noise as a fraction of each field's standard deviation.</summary>
    [Option("Standard deviation of the noise, as a fraction of each field's own.", Range = "[0, 10]", Source = "medida-ks, noise study: 0.01")]
    public double Noise { get; init => field = Require.Declared(this, value); }

    /// <summary>Seed of the noise.</summary>
    [Option("Seed of the noise.", Range = "[0, inf)")]
    public long Seed { get; init => field = Require.Declared(this, value); }
}
