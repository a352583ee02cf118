using System.Numerics.Tensors;

namespace Residuum.Numerics.Functions;

/// <summary>Elementary functions of many numbers by vector instructions, with bits that depend on the numbers and their places in the span alone.</summary>
/// <remarks><see cref="TensorPrimitives"/> takes a short cut where all numbers of a vector are small, and lays its vectors along the addresses of long spans: its last
/// bits then depend on where in memory an array lies. Spans of sixteen are short for every width of vectors, and begin at their first number.</remarks>
public static class Elementary
{
    private const int Group = 16;

    private delegate void Function(ReadOnlySpan<double> x, Span<double> y);

    /// <summary>cos x; the spans may be one and the same.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="y">As many results.</param>
    public static void Cos(ReadOnlySpan<double> x, Span<double> y) => InGroups(x, y, TensorPrimitives.Cos);

    /// <summary>sin x; the spans may be one and the same.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="y">As many results.</param>
    public static void Sin(ReadOnlySpan<double> x, Span<double> y) => InGroups(x, y, TensorPrimitives.Sin);

    /// <summary>tanh x; the spans may be one and the same.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="y">As many results.</param>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> y) => InGroups(x, y, TensorPrimitives.Tanh);

    /// <summary>eˣ; the spans may be one and the same.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="y">As many results.</param>
    public static void Exp(ReadOnlySpan<double> x, Span<double> y) => InGroups(x, y, TensorPrimitives.Exp);

    /// <summary>ln x; the spans may be one and the same.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="y">As many results.</param>
    public static void Log(ReadOnlySpan<double> x, Span<double> y) => InGroups(x, y, TensorPrimitives.Log);

    /// <summary>x to a power; the spans may be one and the same.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="exponent">The power.</param>
    /// <param name="y">As many results.</param>
    public static void Pow(ReadOnlySpan<double> x, double exponent, Span<double> y)
    {
        for (int i = 0; i < x.Length; i += Group)
        {
            int count = Math.Min(Group, x.Length - i);
            TensorPrimitives.Pow(x.Slice(i, count), exponent, y.Slice(i, count));
        }
    }

    private static void InGroups(ReadOnlySpan<double> x, Span<double> y, Function function)
    {
        for (int i = 0; i < x.Length; i += Group)
        {
            int count = Math.Min(Group, x.Length - i);
            function(x.Slice(i, count), y.Slice(i, count));
        }
    }
}
