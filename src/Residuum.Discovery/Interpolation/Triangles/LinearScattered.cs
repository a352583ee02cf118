using Residuum.Discovery.Sensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Interpolation;

/// <summary>Linear pieces on the Delaunay triangles of the sensors, the nearest reading outside their hull: a baseline (medida-qg, Baselines).</summary>
public sealed class LinearScattered : LinearInterpolator
{
    /// <inheritdoc/>
    public override string Name => "linear";

    /// <inheritdoc/>
    private protected override Prior Prepare(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel) => new(new Planes(sensors));

    private sealed class Planes : PiecewiseOperator
    {
        private readonly Triangulation _triangles;
        private readonly TriangleIndex _index;

        public Planes(SensorNetwork sensors)
            : base(sensors)
        {
            _triangles = new Triangulation(Sensors);
            _index = new TriangleIndex(_triangles);
        }

        protected override PlaceValues Prepare(Matrix values) => (x, y, found) =>
        {
            if (_index.Find(x, y) is not { } place) return false;
            int[] corners = _triangles.Corners[place.Triangle];
            for (int field = 0; field < found.Length; field++)
                found[field] = (place.A * values[corners[0], field]) + (place.B * values[corners[1], field]) + (place.C * values[corners[2], field]);
            return true;
        };
    }
}
