using System.Numerics.Tensors;
using Residuum.Numerics.Functions;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Interpolation;

/// <summary>Random Fourier features γ(v) = [cos 2πBv, sin 2πBv], B ~ N(0, σ²), of places scaled to [-π, π)² (medida-qg, Interpolators, RFF-MLP).</summary>
internal sealed class RandomFeatures
{
    private readonly double[] _x, _y;

    /// <param name="frequencies">Number of rows of B.</param>
    /// <param name="sigmaX">Standard deviation of B's first column.</param>
    /// <param name="sigmaY">Standard deviation of its second column.</param>
    /// <param name="seed">Seed of B.</param>
    public RandomFeatures(int frequencies, double sigmaX, double sigmaY, long seed)
    {
        (_x, _y) = (new double[frequencies], new double[frequencies]);
        var random = new RandomStream(seed, "Fourier features");
        for (int i = 0; i < frequencies; i++) (_x[i], _y[i]) = (2 * Math.PI * sigmaX * random.Normal(), 2 * Math.PI * sigmaY * random.Normal());
    }

    /// <summary>Features of a place: two a frequency.</summary>
    public int Count => 2 * _x.Length;

    /// <summary>Features, <c>[places, features]</c>, or their derivative along the scaled axes.</summary>
    public Matrix At(ScaledPlaces places, int orderX = 0, int orderY = 0)
    {
        var features = new Matrix(places.Count, Count);
        double[] columns = [.. places.X.Distinct()], rows = [.. places.Y.Distinct()];
        // Points of a grid share their coordinates: then waves along x and along y are multiplied, which saves nearly all sines.
        if (columns.Length + rows.Length < places.Count) Multiply(places, columns, rows, features);
        else Parallel.For(0, places.Count, place => Waves(_x, places.X[place], _y, places.Y[place], features.Row(place)));
        if (orderX + orderY > 0) Parallel.For(0, places.Count, place => Differentiate(features.Row(place), orderX, orderY));
        return features;
    }

    /// <summary>cos and sin of ax + by.</summary>
    private static void Waves(double[] a, double x, double[] b, double y, Span<double> waves)
    {
        Span<double> cosines = waves[..a.Length], sines = waves[a.Length..];
        TensorPrimitives.Multiply(a, x, cosines);
        TensorPrimitives.MultiplyAdd(b, y, cosines, cosines);
        Elementary.Sin(cosines, sines);
        Elementary.Cos(cosines, cosines);
    }

    private void Multiply(ScaledPlaces places, double[] columns, double[] rows, Matrix features)
    {
        Matrix alongX = new(columns.Length, Count), alongY = new(rows.Length, Count);
        Parallel.For(0, columns.Length, i => Waves(_x, columns[i], _x, 0, alongX.Row(i)));
        Parallel.For(0, rows.Length, i => Waves(_y, rows[i], _y, 0, alongY.Row(i)));
        var columnOf = Enumerable.Range(0, columns.Length).ToDictionary(i => columns[i]);
        var rowOf = Enumerable.Range(0, rows.Length).ToDictionary(i => rows[i]);
        int half = _x.Length;
        Parallel.For(0, places.Count, place =>
        {
            Span<double> x = alongX.Row(columnOf[places.X[place]]), y = alongY.Row(rowOf[places.Y[place]]), cosines = features.Row(place)[..half], sines = features.Row(place)[half..];
            TensorPrimitives.Multiply(x[half..], y[half..], cosines);
            TensorPrimitives.Negate(cosines, cosines);
            TensorPrimitives.MultiplyAdd(x[..half], y[..half], cosines, cosines);
            TensorPrimitives.Multiply(x[..half], y[half..], sines);
            TensorPrimitives.MultiplyAdd(x[half..], y[..half], sines, sines);
        });
    }

    /// <summary>Each derivative multiplies by the frequency and turns (cos, sin) to (-sin, cos).</summary>
    private void Differentiate(Span<double> waves, int orderX, int orderY)
    {
        for (int i = 0; i < _x.Length; i++)
        {
            double factor = Math.Pow(_x[i], orderX) * Math.Pow(_y[i], orderY), cosine = factor * waves[i], sine = factor * waves[_x.Length + i];
            (waves[i], waves[_x.Length + i]) = ((orderX + orderY) % 4) switch
            {
                0 => (cosine, sine),
                1 => (-sine, cosine),
                2 => (-cosine, -sine),
                _ => (sine, -cosine),
            };
        }
    }
}
