namespace Residuum.Discovery.Sensors;

/// <summary>Finds the sensors that are nearest to a place on the periodic plane, by cells that hold about two sensors each.</summary>
internal sealed class NearestSensors
{
    private const double SensorsPerCell = 2;

    private readonly SensorNetwork _sensors;
    private readonly int _columns, _rows;
    private readonly double _cellX, _cellY;
    private readonly List<int>[] _cells;

    public NearestSensors(SensorNetwork sensors)
    {
        _sensors = sensors;
        var grid = sensors.Grid;
        double side = Math.Sqrt(SensorsPerCell * grid.LengthX * grid.LengthY / sensors.Count);
        (_columns, _rows) = (Math.Max(1, (int)(grid.LengthX / side)), Math.Max(1, (int)(grid.LengthY / side)));
        (_cellX, _cellY) = (grid.LengthX / _columns, grid.LengthY / _rows);
        _cells = [.. Enumerable.Range(0, _columns * _rows).Select(_ => new List<int>())];
        for (int i = 0; i < sensors.Count; i++) _cells[(Row(sensors.Y[i]) * _columns) + Column(sensors.X[i])].Add(i);
    }

    /// <summary>The nearest sensors, nearest first; ties in the order of the network.</summary>
    /// <param name="x">Coordinate along x.</param>
    /// <param name="y">Coordinate along y.</param>
    /// <param name="count">How many; fewer where the network has fewer.</param>
    /// <param name="except">A sensor to pass over, or -1.</param>
    public int[] To(double x, double y, int count, int except = -1)
    {
        var found = new List<(double Distance, int Sensor)>();
        int rings = Math.Max(_columns, _rows) / 2;
        double sure = Math.Min(_cellX, _cellY); // sensors within ring · sure lie in the rings searched so far
        for (int ring = 0; ring <= rings; ring++)
        {
            foreach (int cell in Ring(Column(x), Row(y), ring)) Add(found, cell, x, y, except);
            if (found.Count >= count && found.Order().ElementAt(count - 1).Distance <= ring * sure) break;
        }
        return [.. found.Order().Take(count).Select(entry => entry.Sensor)];
    }

    private void Add(List<(double Distance, int Sensor)> found, int cell, double x, double y, int except)
    {
        foreach (int sensor in _cells[cell])
        {
            if (sensor == except) continue;
            var (dx, dy) = Offset(sensor, x, y);
            found.Add((Math.Sqrt((dx * dx) + (dy * dy)), sensor));
        }
    }

    /// <summary>From a place to a sensor, the short way round.</summary>
    public (double X, double Y) Offset(int sensor, double x, double y) =>
        (PeriodicPlane.Wrap(_sensors.X[sensor] - x, _sensors.Grid.LengthX), PeriodicPlane.Wrap(_sensors.Y[sensor] - y, _sensors.Grid.LengthY));

    /// <summary>Cells whose larger distance along an axis is the ring's number; each once, also where the ring meets itself around the plane.</summary>
    private IEnumerable<int> Ring(int column, int row, int ring)
    {
        for (int dy = -ring; dy <= ring; dy++)
        {
            int step = Math.Abs(dy) == ring || ring == 0 ? 1 : 2 * ring;
            for (int dx = -ring; dx <= ring; dx += step)
            {
                if (Shortest(dx, _columns) && Shortest(dy, _rows)) yield return (Modulo(row + dy, _rows) * _columns) + Modulo(column + dx, _columns);
            }
        }
    }

    /// <summary>Whether this offset is the one by which a cell is counted, of those that reach it around the plane.</summary>
    private static bool Shortest(int offset, int cells) => 2 * offset < cells + 1 && 2 * offset > -cells;

    private int Column(double x) => Modulo((int)Math.Floor((x / _cellX) + (_columns / 2.0)), _columns);

    private int Row(double y) => Modulo((int)Math.Floor((y / _cellY) + (_rows / 2.0)), _rows);

    private static int Modulo(int value, int modulus) => ((value % modulus) + modulus) % modulus;
}
