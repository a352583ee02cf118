using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Networks;

/// <summary>Lines x = x_n ± (y + Ly/2) / tan(inclination), n = 0, 1, ..., periodic along x.</summary>
internal sealed class GroundTracks
{
    private const double Right = 90; // degrees

    private readonly PlaneGrid _grid;
    private readonly TrackOptions _options;
    private readonly double _between, _start, _slope, _reach;

    public GroundTracks(PlaneGrid grid, TrackOptions options, int repeat)
    {
        (_grid, _options) = (grid, options);
        _between = grid.LengthX / options.Count;
        double shift = repeat * options.Drift;
        _start = (-grid.LengthX / 2) + (_between * (shift - Math.Floor(shift)));
        double angle = options.Inclination * Math.PI / 180;
        _slope = options.Inclination == Right ? 0 : 1 / Math.Tan(angle);
        double width = options.Width > 0 ? options.Width : Math.Max(grid.StepX, grid.StepY);
        _reach = width / 2 / Math.Sin(angle); // along x, of half the width across the track
    }

    /// <summary>Whether a place lies under a swath.</summary>
    public bool Cover(double x, double y) => Directions().Any(direction => Math.Abs(PeriodicPlane.Wrap(x - At(direction, y), _between)) <= _reach);

    /// <summary>Places along the tracks, each track from south to north, at equal distances.</summary>
    public IEnumerable<(double X, double Y)> Places()
    {
        double rise = _options.Spacing * Math.Sin(_options.Inclination * Math.PI / 180);
        int places = (int)Math.Min(int.MaxValue, Math.Ceiling(_grid.LengthY / rise));
        foreach (int direction in Directions())
        {
            for (int track = 0; track < _options.Count; track++)
            {
                for (int place = 0; place < places; place++)
                {
                    double y = (-_grid.LengthY / 2) + (place * rise);
                    yield return (PeriodicPlane.Wrap(At(direction, y) + (track * _between), _grid.LengthX), y);
                }
            }
        }
    }

    private int[] Directions() => _options.Ascending || _slope == 0 ? [1] : [1, -1];

    private double At(int direction, double y) => _start + (direction * _slope * (y + (_grid.LengthY / 2)));
}
