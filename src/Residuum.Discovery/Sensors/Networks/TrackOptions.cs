using Residuum.Numerics.Options;

namespace Residuum.Discovery.Sensors.Networks;

/// <summary>Ground tracks of a satellite: straight lines across the domain, at equal distances along x.</summary>
public sealed record TrackOptions
{
    /// <summary>Number of ascending tracks.</summary>
    [Option("Number of ascending tracks; as many descend.", Range = "[1, 100000]")]
    public int Count { get; init => field = Require.Declared(this, value); } = 8;

    /// <summary>Angle between a track and the x axis.</summary>
    [Option("Angle between a track and the x axis.", Range = "[5, 90]", Unit = "degrees", Source = "the orbit of TOPEX/Poseidon and Jason: 66")]
    public double Inclination { get; init => field = Require.Declared(this, value); } = 66;

    /// <summary>Width of the swath; 0 takes one grid step.</summary>
    [Option("Width of the swath: grid points within half of it are observed; 0 takes the larger grid step.", Range = "[0, inf)", Unit = "length")]
    public double Width { get; init => field = Require.Declared(this, value); }

    /// <summary>Distance of neighbouring places along a track; 0 observes the grid points of the swath.</summary>
    [Option("Distance of neighbouring places along a track, as of an altimeter; 0 observes the grid points of the swath.", Range = "[0, inf)", Unit = "length")]
    public double Spacing { get; init => field = Require.Declared(this, value); }

    /// <summary>Shift along x from one pair of snapshots to the next, as a share of the distance of neighbouring tracks.</summary>
    [Option("Shift along x from one pair of snapshots to the next, as a share of the distance of neighbouring tracks; 0 repeats them.", Range = "[0, 1)")]
    public double Drift { get; init => field = Require.Declared(this, value); }

    /// <summary>Whether there are descending tracks too.</summary>
    [Option("Whether only ascending tracks are observed.")]
    public bool Ascending { get; init; }
}
