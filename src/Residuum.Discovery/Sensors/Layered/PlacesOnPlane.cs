using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Brings the places of a file to the grid's plane, and notes what that took.</summary>
internal static class PlacesOnPlane
{
    public static SensorPlaces Of(PlaneGrid grid, double[] x, double[] y, (double? X, double? Y) origin, string source, List<string> notes)
    {
        var frame = PlaneFrame.Of(grid, x, y, origin, source);
        if (frame.Note is { } note) notes.Add(note);
        if (frame.Outside(x, y) is > 0 and var outside) notes.Add($"{outside} of {x.Length} sensor(s) lay outside the domain and were wrapped periodically");
        var (gridX, gridY) = frame.ToGrid(x, y);
        return SensorPlaces.Of(grid, gridX, gridY);
    }
}
