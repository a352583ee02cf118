using System.Numerics.Tensors;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Φ c = v with Φ_ij = √(r_ij²/ε² + 1), by one Cholesky factor.</summary>
/// <remarks>Φ is negative definite on coefficients that sum to zero (Micchelli, Constr. Approx. 2, 11 (1986)), so that B = β 1 1ᵀ - Φ is positive
/// definite for a β that is large enough: half the work of an LU factor, and the bits do not depend on threads.
/// Φ c = v then reads c = β s b - B⁻¹ v with b = B⁻¹ 1 and s = Σ c = (bᵀv) / (β bᵀ1 - 1).</remarks>
internal sealed class MultiquadricSystem : ISensorOperator
{
    private const int PlacesAtOnce = 512, MaxDoublings = 6;

    private readonly PlaneGrid _grid;
    private readonly ScaledPlaces _sensors;
    private readonly double _epsilon, _beta;
    private readonly Matrix _factor;
    private readonly double[] _ones;

    /// <exception cref="UserError">The system is singular to rounding.</exception>
    public MultiquadricSystem(SensorNetwork network, double epsilon)
    {
        (_grid, _sensors, _epsilon) = (network.Grid, ScaledPlaces.Of(network.Grid, network.X, network.Y), epsilon);
        // Φ between opposite corners; more only where coefficients of both signs need it.
        _beta = 2 * Math.Sqrt((8 * Math.PI * Math.PI / (epsilon * epsilon)) + 1);
        for (int doubling = 0; ; doubling++, _beta *= 2)
        {
            _factor = new Matrix(_sensors.Count, _sensors.Count);
            Parallel.For(0, _sensors.Count, row => FillRow(row));
            if (Dense.TryCholesky(_factor)) break;
            if (doubling == MaxDoublings)
                throw new UserError("the radial basis functions do not determine a field", $"{_sensors.Count} sensors", "a system that is singular to rounding", remedy: "take a smaller epsilon, and no two sensors at one place");
        }
        _ones = new double[_sensors.Count];
        Array.Fill(_ones, 1);
        Dense.CholeskySolve(_factor, _ones);
    }

    /// <inheritdoc/>
    public IInterpolatedFields Apply(SensorValues readings, CancellationToken cancel)
    {
        var coefficients = new Matrix(readings.Fields, readings.Sensors, (double[])readings.Values.Clone());
        double[] sums = [.. Enumerable.Range(0, readings.Fields).Select(field => TensorPrimitives.Dot<double>(_ones, coefficients.Row(field)))];
        Dense.CholeskySolve(_factor, coefficients);
        double divisor = (_beta * TensorPrimitives.Sum<double>(_ones)) - 1;
        for (int field = 0; field < coefficients.Rows; field++)
        {
            var row = coefficients.Row(field);
            TensorPrimitives.Negate(row, row);
            TensorPrimitives.MultiplyAdd(_ones, _beta * sums[field] / divisor, row, row);
        }
        return new ScatteredFields(_grid, places => places.InParts(PlacesAtOnce, some => At(coefficients, some)));
    }

    private Matrix At(Matrix coefficients, ScaledPlaces places)
    {
        var functions = new Matrix(places.Count, _sensors.Count);
        Parallel.For(0, places.Count, i => Functions(places.X[i], places.Y[i], functions.Row(i)));
        return Dense.Multiply(coefficients, functions, transposeB: true);
    }

    private void FillRow(int row)
    {
        var lower = _factor.Row(row)[..(row + 1)];
        Functions(_sensors.X[row], _sensors.Y[row], lower);
        TensorPrimitives.Subtract(_beta, lower, lower);
    }

    /// <summary>√(r²/ε² + 1) of a place to the first sensors.</summary>
    private void Functions(double x, double y, Span<double> functions)
    {
        Span<double> dx = _sensors.X.AsSpan(0, functions.Length), dy = _sensors.Y.AsSpan(0, functions.Length);
        double inverse = 1 / (_epsilon * _epsilon);
        for (int i = 0; i < functions.Length; i++)
        {
            double a = dx[i] - x, b = dy[i] - y;
            functions[i] = (((a * a) + (b * b)) * inverse) + 1;
        }
        TensorPrimitives.Sqrt(functions, functions);
    }
}
