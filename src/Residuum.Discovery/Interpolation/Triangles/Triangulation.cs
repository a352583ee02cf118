using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Interpolation;

/// <summary>The Delaunay triangulation of places, with what stands beside each edge.</summary>
internal sealed class Triangulation
{
    /// <exception cref="UserError">The places span no area.</exception>
    public Triangulation(ScaledPlaces places)
    {
        (X, Y) = (places.X, places.Y);
        Corners = [.. Delaunay()];
        if (Corners.Length == 0) throw new UserError("sensors on one line span no triangles", $"{places.Count} sensors", remedy: "take polyharmonic, or sensors that cover the plane");
        (Neighbours, Edges) = BesideEdges();
    }

    /// <summary>Scaled x of the vertices.</summary>
    public double[] X { get; }

    /// <summary>Scaled y of the vertices.</summary>
    public double[] Y { get; }

    /// <summary>Three vertices of each triangle, counter-clockwise.</summary>
    public int[][] Corners { get; }

    /// <summary>The triangle across the edge that faces each corner; -1 at the hull.</summary>
    public int[][] Neighbours { get; }

    /// <summary>Pairs of vertices, the lower first.</summary>
    public (int First, int Second)[] Edges { get; }

    /// <summary>Barycentric coordinates of a place in a triangle.</summary>
    public (double, double, double) Barycentric(int triangle, double x, double y)
    {
        int[] c = Corners[triangle];
        double area = Area(X[c[0]], Y[c[0]], X[c[1]], Y[c[1]], X[c[2]], Y[c[2]]);
        double first = Area(x, y, X[c[1]], Y[c[1]], X[c[2]], Y[c[2]]) / area, second = Area(X[c[0]], Y[c[0]], x, y, X[c[2]], Y[c[2]]) / area;
        return (first, second, 1 - first - second);
    }

    private IEnumerable<int[]> Delaunay()
    {
        var vertices = new Dictionary<(double, double), int>();
        for (int i = 0; i < X.Length; i++) vertices.TryAdd((X[i], Y[i]), i);
        var builder = new DelaunayTriangulationBuilder();
        builder.SetSites(vertices.Keys.Select(place => new Coordinate(place.Item1, place.Item2)).ToList());
        foreach (var ring in builder.GetSubdivision().GetTriangleCoordinates(false))
        {
            int[] corners = [.. ring.Take(3).Select(corner => vertices[(corner.X, corner.Y)])];
            double area = Area(ring[0].X, ring[0].Y, ring[1].X, ring[1].Y, ring[2].X, ring[2].Y);
            if (area < 0) (corners[1], corners[2]) = (corners[2], corners[1]);
            if (area != 0) yield return corners;
        }
    }

    private (int[][] Neighbours, (int, int)[] Edges) BesideEdges()
    {
        var firstOf = new Dictionary<(int, int), (int Triangle, int Corner)>(2 * Corners.Length);
        int[][] beside = [.. Corners.Select(_ => new[] { -1, -1, -1 })];
        for (int triangle = 0; triangle < Corners.Length; triangle++)
        {
            for (int corner = 0; corner < 3; corner++)
            {
                var edge = Edge(Corners[triangle][(corner + 1) % 3], Corners[triangle][(corner + 2) % 3]);
                if (firstOf.TryAdd(edge, (triangle, corner))) continue;
                var other = firstOf[edge];
                (beside[triangle][corner], beside[other.Triangle][other.Corner]) = (other.Triangle, triangle);
            }
        }
        return (beside, [.. firstOf.Keys]);
    }

    private static (int, int) Edge(int a, int b) => a < b ? (a, b) : (b, a);

    private static double Area(double ax, double ay, double bx, double by, double cx, double cy) => ((bx - ax) * (cy - ay)) - ((cx - ax) * (by - ay));
}
