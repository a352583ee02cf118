namespace Residuum.Discovery.Interpolation;

/// <summary>Finds the triangle that holds a place: triangles are listed by the square cells that they touch.</summary>
internal sealed class TriangleIndex
{
    /// <summary>How far outside a triangle, in barycentric coordinates, rounding may put a place on its edge.</summary>
    private const double Rounding = 1e-12;

    private readonly Triangulation _triangles;
    private readonly List<int>[] _cells;
    private readonly int _side;
    private readonly double _cell;

    public TriangleIndex(Triangulation triangles)
    {
        _triangles = triangles;
        _side = Math.Max(1, (int)Math.Sqrt(triangles.Corners.Length / 2.0));
        _cell = 2 * Math.PI / _side;
        _cells = [.. Enumerable.Range(0, _side * _side).Select(_ => new List<int>())];
        for (int triangle = 0; triangle < triangles.Corners.Length; triangle++)
        {
            int[] c = triangles.Corners[triangle];
            var (left, right) = (Cell(c.Min(i => triangles.X[i])), Cell(c.Max(i => triangles.X[i])));
            var (low, high) = (Cell(c.Min(i => triangles.Y[i])), Cell(c.Max(i => triangles.Y[i])));
            for (int row = low; row <= high; row++)
            {
                for (int column = left; column <= right; column++) _cells[(row * _side) + column].Add(triangle);
            }
        }
    }

    /// <summary>The triangle that holds a place and the place's barycentric coordinates in it; null outside the hull.</summary>
    public TrianglePlace? Find(double x, double y)
    {
        foreach (int triangle in _cells[(Cell(y) * _side) + Cell(x)])
        {
            var (a, b, c) = _triangles.Barycentric(triangle, x, y);
            if (a >= -Rounding && b >= -Rounding && c >= -Rounding) return new TrianglePlace(triangle, a, b, c);
        }
        return null;
    }

    private int Cell(double coordinate) => Math.Clamp((int)Math.Floor((coordinate + Math.PI) / _cell), 0, _side - 1);
}
