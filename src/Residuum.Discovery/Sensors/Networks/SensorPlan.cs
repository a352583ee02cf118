using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Networks;

/// <summary>A network as on the command line, such as <c>random:0.95</c>, before the grid is known.</summary>
/// <remarks>
/// <c>all</c>, <c>random:RATIO</c>, <c>stride:N</c> or <c>stride:NXxNY</c>, <c>tracks:N</c> (then any of <c>inclination=, width=, spacing=, drift=, ascending</c>),
/// <c>moorings:N</c> (then <c>clusters=, radius=, scattered</c>), <c>file:PATH</c>; each may end in <c>,mask=PATH</c>.
/// </remarks>
public sealed class SensorPlan
{
    private readonly Func<SensorPlacing, SensorNetwork> _place;
    private readonly string? _mask;

    internal SensorPlan(string text, Func<SensorPlacing, SensorNetwork> place, string? mask, bool drifts) =>
        (Text, _place, _mask, Drifts) = (text, place, mask, drifts);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Whether each pair of snapshots is observed at other places.</summary>
    public bool Drifts { get; }

    /// <summary>Reads the form of the command line.</summary>
    /// <param name="text">Such as <c>random:0.95</c>, <c>stride:2x3</c>, <c>tracks:8,width=1.5</c>, <c>moorings:200</c>, <c>file:sensors.csv</c>.</param>
    /// <exception cref="Numerics.Errors.UserError">Not a network; the message says what is wrong and what may stand there.</exception>
    public static SensorPlan Parse(string text) => new SensorPlanParser(text).Parse();

    /// <summary>Places the sensors on a grid.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="seed">Seed of every draw.</param>
    /// <param name="repeat">Number of the pair of snapshots, for tracks that drift.</param>
    /// <param name="folder">Folder that relative paths start from; the current one where left out.</param>
    /// <exception cref="Numerics.Errors.UserError">The grid has no room for the network, or a file can not be read.</exception>
    public SensorNetwork Place(PlaneGrid grid, long seed, int repeat = 0, string folder = "") =>
        PlaceWithin(grid, seed, _mask is null ? null : SensorMask.Read(Path.Combine(folder, _mask), grid), repeat, folder);

    /// <summary>Places the sensors where a mask in memory allows them.</summary>
    internal SensorNetwork PlaceWithin(PlaneGrid grid, long seed, SensorMask? mask, int repeat = 0, string folder = "") =>
        _place(new SensorPlacing(grid, seed, repeat, folder, mask));

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>What a plan is placed on.</summary>
/// <param name="Grid">Grid.</param>
/// <param name="Seed">Seed of every draw.</param>
/// <param name="Repeat">Number of the pair of snapshots.</param>
/// <param name="Folder">Folder that relative paths start from.</param>
/// <param name="Mask">Where sensors may stand.</param>
internal sealed record SensorPlacing(PlaneGrid Grid, long Seed, int Repeat, string Folder, SensorMask? Mask);
