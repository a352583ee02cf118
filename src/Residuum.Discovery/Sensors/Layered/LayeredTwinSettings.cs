using Residuum.Discovery.Sensors.Networks;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>How a true two-layer flow is observed: pairs of snapshots one model step apart, by sensors, with noise.</summary>
public sealed record LayeredTwinSettings
{
    /// <summary>Number of pairs n.</summary>
    [Option("Number of pairs of snapshots.", Range = "[1, 100000]", Source = "medida-qg, study: 3 to 5")]
    public int Pairs { get; init => field = Require.Declared(this, value); } = 3;

    /// <summary>Model steps from one pair to the next.</summary>
    [Option("Model steps from one pair to the next; 5 time units or more make rows nearly independent.", Range = "[1, 10000000]", Unit = "steps", Source = "medida-qg, study: 40")]
    public int Every { get; init => field = Require.Declared(this, value); } = 40;

    /// <summary>Model steps before the first pair, for the flow to become turbulent.</summary>
    [Option("Model steps before the first pair, for the flow to become turbulent.", Range = "[0, 100000000]", Unit = "steps", Source = "medida-qg, study: 1e4")]
    public int SpinUp { get; init => field = Require.Declared(this, value); } = 10_000;

    /// <summary>Where the flow is observed.</summary>
    [Option("Sensors: all, random:RATIO, stride:NXxNY, tracks:N, moorings:N or file:PATH.", Source = "medida-qg, variants: random")]
    public string Sensors { get; init => field = SensorPlan.Parse(value).Text; } = "random:0.95";

    /// <summary>Noise as a fraction of each layer's standard deviation.</summary>
    [Option("Standard deviation of the noise, as a fraction of each layer's own.", Range = "[0, 10]", Source = "medida-qg, study: none")]
    public double Noise { get; init => field = Require.Declared(this, value); }

    /// <summary>Seed of the start, the sensors and the noise.</summary>
    [Option("Seed of the start, the sensors and the noise.", Range = "[0, inf)")]
    public long Seed { get; init => field = Require.Declared(this, value); }
}
