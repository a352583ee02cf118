using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Interpolation;

/// <summary>Gradients at the vertices that make the cubics along all edges bend least (Nielson, Math. Comp. 40, 253 (1983)).</summary>
/// <remarks>With e = x_j - x_i along an edge of length L, the bending of its cubic is least where
/// Σ_j [4 e·g_i + 2 e·g_j - 6 (f_j - f_i)] e / L³ = 0 at each vertex i: solved to rounding by Gauss-Seidel sweeps, all fields at once,
/// so that the gradients are linear in the values.</remarks>
internal sealed class VertexGradients
{
    private const double Tolerance = 1e-13;
    private const int MaxSweeps = 1000;

    private readonly (int Vertex, double X, double Y, double Weight)[][] _edges;
    private readonly (double XX, double XY, double YY)[] _inverse;

    public VertexGradients(Triangulation triangles)
    {
        var edges = new List<(int, double, double, double)>[triangles.X.Length];
        for (int i = 0; i < edges.Length; i++) edges[i] = [];
        foreach (var (i, j) in triangles.Edges)
        {
            double x = triangles.X[j] - triangles.X[i], y = triangles.Y[j] - triangles.Y[i], weight = Math.Pow((x * x) + (y * y), -1.5);
            edges[i].Add((j, x, y, weight));
            edges[j].Add((i, -x, -y, weight));
        }
        _edges = [.. edges.Select(list => list.ToArray())];
        _inverse = [.. _edges.Select(Inverse)];
    }

    /// <summary>Gradients of fields, as rows ∂_x and ∂_y of each vertex, <c>[2 vertices, fields]</c>.</summary>
    /// <param name="values">Values at the vertices, <c>[vertices, fields]</c>.</param>
    public Matrix Of(Matrix values)
    {
        var gradients = new Matrix(2 * values.Rows, values.Columns);
        double[] x = new double[values.Columns], y = new double[values.Columns], along = new double[values.Columns];
        for (int sweep = 0; sweep < MaxSweeps; sweep++)
        {
            double change = 0, size = 0;
            for (int vertex = 0; vertex < values.Rows; vertex++)
            {
                if (_edges[vertex].Length == 0) continue; // a second sensor at one place
                Balance(vertex, values, gradients, x, y, along);
                change = Math.Max(change, Math.Max(Replace(gradients.Row(2 * vertex), x, along), Replace(gradients.Row((2 * vertex) + 1), y, along)));
                size = Math.Max(size, Math.Max(Math.Abs(TensorPrimitives.MaxMagnitude<double>(x)), Math.Abs(TensorPrimitives.MaxMagnitude<double>(y))));
            }
            if (change <= Tolerance * size) break;
        }
        return gradients;
    }

    /// <summary>The gradient of one vertex that balances those of its neighbours.</summary>
    private void Balance(int vertex, Matrix values, Matrix gradients, double[] x, double[] y, double[] along)
    {
        Array.Clear(x);
        Array.Clear(y);
        foreach (var (other, ex, ey, weight) in _edges[vertex])
        {
            TensorPrimitives.Subtract<double>(values.Row(other), values.Row(vertex), along);
            TensorPrimitives.Multiply(along, 6, along);
            TensorPrimitives.MultiplyAdd(gradients.Row(2 * other), -2 * ex, along, along);
            TensorPrimitives.MultiplyAdd(gradients.Row((2 * other) + 1), -2 * ey, along, along);
            TensorPrimitives.MultiplyAdd(along, ex * weight, x, x);
            TensorPrimitives.MultiplyAdd(along, ey * weight, y, y);
        }
        var (xx, xy, yy) = _inverse[vertex];
        for (int field = 0; field < x.Length; field++) (x[field], y[field]) = ((xx * x[field]) + (xy * y[field]), (xy * x[field]) + (yy * y[field]));
    }

    private static double Replace(Span<double> old, double[] next, double[] work)
    {
        TensorPrimitives.Subtract(next, old, work);
        next.CopyTo(old);
        return Math.Abs(TensorPrimitives.MaxMagnitude<double>(work));
    }

    /// <summary>(Σ_j 4 e eᵀ / L³)⁻¹.</summary>
    private static (double, double, double) Inverse((int Vertex, double X, double Y, double Weight)[] edges)
    {
        double xx = 4 * edges.Sum(e => e.X * e.X * e.Weight), xy = 4 * edges.Sum(e => e.X * e.Y * e.Weight), yy = 4 * edges.Sum(e => e.Y * e.Y * e.Weight);
        double determinant = (xx * yy) - (xy * xy);
        return (yy / determinant, -xy / determinant, xx / determinant);
    }
}
