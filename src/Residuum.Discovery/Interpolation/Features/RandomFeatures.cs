using System.Numerics.Tensors;
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
        double[] amplitude = new double[_x.Length];
        for (int i = 0; i < amplitude.Length; i++) amplitude[i] = Math.Pow(_x[i], orderX) * Math.Pow(_y[i], orderY);
        double turned = (orderX + orderY) * Math.PI / 2; // a derivative turns cos and sin by a right angle
        Parallel.For(0, places.Count, place =>
        {
            Span<double> cosines = features.Row(place)[.._x.Length], sines = features.Row(place)[_x.Length..];
            TensorPrimitives.Multiply(_y, places.Y[place], cosines);
            TensorPrimitives.MultiplyAdd(_x, places.X[place], cosines, cosines);
            if (turned > 0) TensorPrimitives.Add(cosines, turned, cosines);
            TensorPrimitives.SinCos(cosines, sines, cosines);
            if (turned == 0) return;
            TensorPrimitives.Multiply(cosines, amplitude, cosines);
            TensorPrimitives.Multiply(sines, amplitude, sines);
        });
        return features;
    }
}
