using CsCheck;
using Residuum.Data.Arrays;

namespace Residuum.Data.Tests;

/// <summary>Data sets with every type, shape and kind of attribute.</summary>
internal static class Samples
{
    /// <summary>Doubles that formats like to lose.</summary>
    public static readonly double[] Special =
        [0, -0.0, double.Epsilon, -double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.1, Math.PI, 1e300, -2.5, 1 + double.BitIncrement(0)];

    private static readonly Dimension Time = new("time", 3, IsUnlimited: true), X = new("x", 5), Letters = new("letters", 4);

    /// <summary>What CDF-1 and CDF-2 hold: records of several types, fixed variables, a scalar, texts as characters.</summary>
    public static DataSet Classic() => new(
        [
            Variable.Of("time", [Time], new[] { 0.5, 1.5, 2.5 }, new() { ["units"] = "days since 2001-01-01", ["calendar"] = "noleap" }),
            Variable.Of("u", [Time, X], Array.ConvertAll(Enumerable.Range(0, 15).ToArray(), i => Special[i % Special.Length]), new() { ["units"] = "m s-1", ["valid_range"] = new[] { -1.5, 2.5 } }),
            Variable.Of("odd_bytes", [Time, X], Enumerable.Range(0, 15).Select(i => (sbyte)(i - 7)).ToArray()),
            Variable.Of("packed", [Time, X], Enumerable.Range(0, 15).Select(i => (short)(1000 * i - 7000)).ToArray(),
                new() { ["scale_factor"] = 0.01, ["add_offset"] = new[] { 273.15f }, ["_FillValue"] = new short[] { -32767 } }),
            Variable.Of("x", [X], new[] { 1.5f, -0f, float.NaN, float.MaxValue, float.Epsilon }, new() { ["long_name"] = "Länge \u03b1" }),
            Variable.Of("station", [X, Letters], "abc\0defgéa\0xyz\0wwww"u8.ToArray(), type: ElementType.Char),
            Variable.Of("steps", [X], new[] { int.MinValue, -1, 0, 1, int.MaxValue }),
            Variable.Of("shorts", [X], new short[] { short.MinValue, -1, 0, 1, short.MaxValue }, new() { ["flags"] = new sbyte[] { 1, -2 } }),
            Variable.Of("scalar", (Dimension[])[], new[] { 42.25 }, new() { ["note"] = "", ["count"] = 7 }),
        ],
        new() { ["title"] = "a test, with an µ", ["version"] = 3, ["numbers"] = new[] { 1.5, 2.5, double.MaxValue } });

    /// <summary>All of that and the types of CDF-5.</summary>
    public static DataSet Data64()
    {
        var classic = Classic();
        return new DataSet(
        [
            .. classic.Variables,
            Variable.Of("u1", [X], new byte[] { 0, 1, 127, 128, 255 }, new() { ["a"] = new byte[] { 200 } }),
            Variable.Of("u2", [X], new ushort[] { 0, 1, 32767, 32768, 65535 }, new() { ["a"] = new ushort[] { 60000 } }),
            Variable.Of("u4", [X], new uint[] { 0, 1, 2, int.MaxValue, uint.MaxValue }, new() { ["a"] = new uint[] { uint.MaxValue } }),
            Variable.Of("i8", [Time, X], Enumerable.Range(0, 15).Select(i => long.MinValue + i).ToArray(), new() { ["a"] = new[] { long.MaxValue } }),
            Variable.Of("u8", [X], new ulong[] { 0, 1, 1UL << 53, 1UL << 63, ulong.MaxValue }, new() { ["a"] = new[] { ulong.MaxValue } }),
        ], classic.Attributes);
    }

    /// <summary>Data sets of random shape and values that any version holds, without texts.</summary>
    public static Gen<DataSet> Any { get; } =
        from lengths in Gen.Long[1, 5].Array[1, 4]
        from records in Gen.Long[0, 4]
        from layouts in Gen.Select(Gen.Int[0, 4], Gen.Bool, Gen.Int[0, 3]).Array[1, 6]
        from seed in Gen.Int
        select Build(lengths, records, layouts, new Random(seed));

    private static DataSet Build(long[] lengths, long records, (int Type, bool Record, int Rank)[] layouts, Random random)
    {
        Dimension[] dimensions = [new("r", records, IsUnlimited: true), .. lengths.Select((length, i) => new Dimension($"d{i}", length))];
        return new DataSet([.. layouts.Select((layout, i) =>
        {
            List<Dimension> own = layout.Record ? [dimensions[0]] : [];
            own.AddRange(dimensions.Skip(1).Take(layout.Rank));
            long count = own.Aggregate(1L, (product, dimension) => product * dimension.Length);
            var type = (ElementType[])[ElementType.Int8, ElementType.Int16, ElementType.Int32, ElementType.Float32, ElementType.Float64];
            var values = Elements.Allocate(type[layout.Type], (int)count);
            random.NextBytes(Elements.Bytes(values, type[layout.Type]));
            return Variable.Of($"v{i}", own, values, new() { ["n"] = random.Next(), ["t"] = new string('x', random.Next(6)) });
        })]);
    }
}
