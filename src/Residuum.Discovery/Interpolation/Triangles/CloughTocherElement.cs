namespace Residuum.Discovery.Interpolation;

/// <summary>The Clough-Tocher cubic: three cubics a triangle, with continuous first derivatives everywhere.</summary>
/// <remarks>Corners V_1, V_2, V_3, split at the centroid V_4; c_ijk are Bézier ordinates. Across each edge the derivative towards the centroid of the triangle
/// beyond is linear along the edge, which fixes c_ij4 and does not depend on the scales of the axes.
/// Source: Farin, Comput. Aided Geom. Des. 3, 83 (1986); Alfeld, Comput. Aided Geom. Des. 1, 169 (1984).</remarks>
internal sealed class CloughTocherElement
{
    private readonly Triangulation _triangles;
    private readonly (double I, double J, double Centre)[][] _across;

    public CloughTocherElement(Triangulation triangles)
    {
        _triangles = triangles;
        _across = [.. Enumerable.Range(0, triangles.Corners.Length).Select(triangle => new[] { Across(triangle, 0), Across(triangle, 1), Across(triangle, 2) })];
    }

    /// <summary>Value at a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="f">Values at the three corners.</param>
    /// <param name="gx">Derivatives along x at the corners.</param>
    /// <param name="gy">Derivatives along y at the corners.</param>
    public double Value(TrianglePlace place, ReadOnlySpan<double> f, ReadOnlySpan<double> gx, ReadOnlySpan<double> gy)
    {
        int[] corners = _triangles.Corners[place.Triangle];
        Span<double> towards = stackalloc double[9], centre = stackalloc double[3], edge = stackalloc double[3], inner = stackalloc double[3];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++) // c_iij, on the diagonal c_iii
            {
                double ex = _triangles.X[corners[j]] - _triangles.X[corners[i]], ey = _triangles.Y[corners[j]] - _triangles.Y[corners[i]];
                towards[(3 * i) + j] = f[i] + (((gx[i] * ex) + (gy[i] * ey)) / 3);
            }
            centre[i] = (towards[3 * i] + towards[(3 * i) + 1] + towards[(3 * i) + 2]) / 3; // c_ii4
        }
        for (int k = 0; k < 3; k++)
        {
            int i = (k + 1) % 3, j = (k + 2) % 3;
            edge[k] = OverEdge(_across[place.Triangle][k], f[i], towards[(3 * i) + j], towards[(3 * j) + i], f[j], centre[i], centre[j]);
        }
        for (int i = 0; i < 3; i++) inner[i] = (centre[i] + edge[(i + 1) % 3] + edge[(i + 2) % 3]) / 3; // c_i44
        return Cubic(place, f, towards, centre, edge, inner);
    }

    /// <summary>c_ij4: makes the derivative along (a, b, c), a quadratic on the edge from i to j, linear.</summary>
    private static double OverEdge((double A, double B, double C) d, double iii, double iij, double ijj, double jjj, double ii4, double jj4)
    {
        double first = (d.A * iii) + (d.B * iij) + (d.C * ii4), last = (d.A * ijj) + (d.B * jjj) + (d.C * jj4);
        return (((first + last) / 2) - (d.A * iij) - (d.B * ijj)) / d.C;
    }

    /// <summary>The Bernstein polynomial of the part (V_i, V_j, V_4) in which the place lies.</summary>
    private static double Cubic(
        TrianglePlace place, ReadOnlySpan<double> f, ReadOnlySpan<double> towards, ReadOnlySpan<double> centre, ReadOnlySpan<double> edge, ReadOnlySpan<double> inner)
    {
        ReadOnlySpan<double> barycentric = [place.A, place.B, place.C];
        int k = place.A <= place.B && place.A <= place.C ? 0 : place.B <= place.C ? 1 : 2, i = (k + 1) % 3, j = (k + 2) % 3;
        double c = 3 * barycentric[k], a = barycentric[i] - barycentric[k], b = barycentric[j] - barycentric[k];
        double onEdge = (a * a * a * f[i]) + (3 * a * a * b * towards[(3 * i) + j]) + (3 * a * b * b * towards[(3 * j) + i]) + (b * b * b * f[j]);
        double beside = (3 * a * a * c * centre[i]) + (6 * a * b * c * edge[k]) + (3 * b * b * c * centre[j]);
        double middle = (inner[0] + inner[1] + inner[2]) / 3;
        return onEdge + beside + (3 * a * c * c * inner[i]) + (3 * b * c * c * inner[j]) + (c * c * c * middle);
    }

    /// <summary>The direction across the edge that faces a corner, in barycentric coordinates of (V_i, V_j, V_4): they sum to zero.</summary>
    private (double, double, double) Across(int triangle, int corner)
    {
        int beyond = _triangles.Neighbours[triangle][corner];
        if (beyond < 0) return (0.5, 0.5, -1); // at the hull: towards the middle of the edge
        int[] other = _triangles.Corners[beyond];
        double x = other.Average(i => _triangles.X[i]), y = other.Average(i => _triangles.Y[i]);
        var (a, b, c) = _triangles.Barycentric(triangle, x, y);
        ReadOnlySpan<double> barycentric = [a, b, c];
        double k = barycentric[corner]; // below zero: beyond the edge
        return (barycentric[(corner + 1) % 3] - k, barycentric[(corner + 2) % 3] - k, (3 * k) - 1);
    }
}
