using System.Runtime.Intrinsics;

namespace Residuum.Discovery.Regression;

/// <summary>A register of doubles, so that one loop serves every width of processor.</summary>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    static abstract int Count { get; }

    static abstract T Load(ref double source, nuint offset);

    static abstract T Broadcast(double value);

    /// <summary>a b + sum, rounded once.</summary>
    static abstract T MultiplyAdd(T a, T b, T sum);

    void Store(ref double target, nuint offset);
}

/// <summary>Four doubles.</summary>
internal readonly struct Lanes4(Vector256<double> values) : ILanes<Lanes4>
{
    private readonly Vector256<double> _values = values;

    public static int Count => 4;

    public static Lanes4 Load(ref double source, nuint offset) => new(Vector256.LoadUnsafe(ref source, offset));

    public static Lanes4 Broadcast(double value) => new(Vector256.Create(value));

    public static Lanes4 MultiplyAdd(Lanes4 a, Lanes4 b, Lanes4 sum) => new(Vector256.FusedMultiplyAdd(a._values, b._values, sum._values));

    public void Store(ref double target, nuint offset) => _values.StoreUnsafe(ref target, offset);
}

/// <summary>Eight doubles.</summary>
internal readonly struct Lanes8(Vector512<double> values) : ILanes<Lanes8>
{
    private readonly Vector512<double> _values = values;

    public static int Count => 8;

    public static Lanes8 Load(ref double source, nuint offset) => new(Vector512.LoadUnsafe(ref source, offset));

    public static Lanes8 Broadcast(double value) => new(Vector512.Create(value));

    public static Lanes8 MultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 sum) => new(Vector512.FusedMultiplyAdd(a._values, b._values, sum._values));

    public void Store(ref double target, nuint offset) => _values.StoreUnsafe(ref target, offset);
}
