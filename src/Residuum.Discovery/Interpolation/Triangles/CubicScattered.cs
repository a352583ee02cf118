using Residuum.Discovery.Sensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Interpolation;

/// <summary>Clough-Tocher cubics on the Delaunay triangles of the sensors, the nearest reading outside their hull: the published code's griddata
/// (medida-qg, Interpolators, d). It knows nothing of the period.</summary>
public sealed class CubicScattered : LinearInterpolator
{
    /// <inheritdoc/>
    public override string Name => "cubic";

    /// <inheritdoc/>
    private protected override Prior Prepare(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel) => new(new Cubics(sensors));

    private sealed class Cubics : PiecewiseOperator
    {
        private readonly Triangulation _triangles;
        private readonly TriangleIndex _index;
        private readonly VertexGradients _gradients;
        private readonly CloughTocherElement _element;

        public Cubics(SensorNetwork sensors)
            : base(sensors)
        {
            _triangles = new Triangulation(Sensors);
            (_index, _gradients, _element) = (new TriangleIndex(_triangles), new VertexGradients(_triangles), new CloughTocherElement(_triangles));
        }

        protected override PlaceValues Prepare(Matrix values)
        {
            Matrix gradients = _gradients.Of(values);
            return (x, y, found) =>
            {
                if (_index.Find(x, y) is not { } place) return false;
                int[] corners = _triangles.Corners[place.Triangle];
                Span<double> f = stackalloc double[3], gx = stackalloc double[3], gy = stackalloc double[3];
                for (int field = 0; field < found.Length; field++)
                {
                    for (int i = 0; i < 3; i++) (f[i], gx[i], gy[i]) = (values[corners[i], field], gradients[2 * corners[i], field], gradients[(2 * corners[i]) + 1, field]);
                    found[field] = _element.Value(place, f, gx, gy);
                }
                return true;
            };
        }
    }
}
