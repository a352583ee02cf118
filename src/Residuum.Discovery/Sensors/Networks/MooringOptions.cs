using Residuum.Numerics.Options;

namespace Residuum.Discovery.Sensors.Networks;

/// <summary>Moorings: columns of instruments that stay where they are.</summary>
public sealed record MooringOptions
{
    /// <summary>Number of moorings.</summary>
    [Option("Number of moorings.", Range = "[1, 10000000]")]
    public int Count { get; init => field = Require.Declared(this, value); } = 200;

    /// <summary>Whether they may stand between grid points.</summary>
    [Option("Whether moorings may stand between grid points.")]
    public bool Scattered { get; init; }

    /// <summary>Number of arrays that they are gathered in; 0 spreads them over the domain.</summary>
    [Option("Number of arrays that the moorings are gathered in; 0 spreads them over the domain.", Range = "[0, 100000]")]
    public int Clusters { get; init => field = Require.Declared(this, value); }

    /// <summary>Standard deviation of the moorings of an array about its centre, along each axis; 0 takes three grid steps.</summary>
    [Option("Standard deviation of the moorings of an array about its centre, along each axis; 0 takes three grid steps.", Range = "[0, inf)", Unit = "length")]
    public double Radius { get; init => field = Require.Declared(this, value); }
}
