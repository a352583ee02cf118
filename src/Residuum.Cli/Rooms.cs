using Residuum.Discovery;
using Residuum.Distribution;
using Residuum.Experiments.Methods;

namespace Residuum.Cli;

/// <summary>The rooms whose methods the tool offers.</summary>
public static class Rooms
{
    /// <summary>Every room.</summary>
    public static IReadOnlyList<Room> All { get; } = [DiscoveryRoom.Room, DistributionRoom.Room];

    /// <summary>Every method of every room.</summary>
    public static IEnumerable<Method> Methods => All.SelectMany(room => room.Methods);
}
