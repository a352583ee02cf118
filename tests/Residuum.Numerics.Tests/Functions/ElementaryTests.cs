using System.Numerics.Tensors;
using Residuum.Numerics.Functions;
using Residuum.Numerics.Random;

namespace Residuum.Numerics.Tests.Functions;

public sealed class ElementaryTests
{
    private delegate void Function(ReadOnlySpan<double> x, Span<double> y);

    private static readonly Dictionary<string, (Function Ours, Func<double, double> One, Function Theirs)> Functions = new()
    {
        ["cos"] = (Elementary.Cos, Math.Cos, TensorPrimitives.Cos),
        ["sin"] = (Elementary.Sin, Math.Sin, TensorPrimitives.Sin),
        ["tanh"] = (Elementary.Tanh, Math.Tanh, TensorPrimitives.Tanh),
        ["exp"] = (Elementary.Exp, Math.Exp, TensorPrimitives.Exp),
        ["log"] = ((x, y) => Elementary.Log(Positive(x), y), x => Math.Log(Math.Abs(x) + 1e-3), (x, y) => TensorPrimitives.Log(Positive(x), y)),
        ["pow"] = ((x, y) => Elementary.Pow(Positive(x), 1.7, y), x => Math.Pow(Math.Abs(x) + 1e-3, 1.7), (x, y) => TensorPrimitives.Pow(Positive(x), 1.7, y)),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Bits_do_not_depend_on_where_the_numbers_lie(string name)
    {
        double[] numbers = Numbers(5000);
        Assert.Single(Results(Functions[name].Ours, numbers));
    }

    [Fact]
    public void Without_the_groups_they_do() => Assert.True(Results(Functions["cos"].Theirs, Numbers(5000)).Count > 1); // else this class can go

    [Theory]
    [MemberData(nameof(Names))]
    public void Results_are_those_of_one_number_at_a_time_to_the_last_bits(string name)
    {
        double[] numbers = Numbers(203), found = new double[203];
        Functions[name].Ours(numbers, found);
        for (int i = 0; i < found.Length; i++)
        {
            double expected = Functions[name].One(numbers[i]);
            Assert.Equal(expected, found[i], 4e-16 * Math.Max(1, Math.Abs(expected)) * (name == "pow" ? 4 : 2));
        }
        Functions[name].Ours(numbers, numbers);
        Assert.Equal(found, numbers);
    }

    /// <summary>Small numbers by the dozen, with larger ones between.</summary>
    private static double[] Numbers(int count)
    {
        var random = new RandomStream(1, "numbers");
        return [.. Enumerable.Range(0, count).Select(_ => (random.Uniform() < 0.2 ? 6 : 0.7) * ((2 * random.Uniform()) - 1))];
    }

    private static HashSet<string> Results(Function function, double[] numbers)
    {
        var results = new HashSet<string>();
        for (int offset = 0; offset < 8; offset++)
        {
            double[] x = new double[numbers.Length + 8], y = new double[numbers.Length + 8];
            numbers.CopyTo(x, 8 - offset);
            function(x.AsSpan(8 - offset, numbers.Length), y.AsSpan(offset, numbers.Length));
            results.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(y.AsSpan(offset, numbers.Length)))));
        }
        return results;
    }

    private static double[] Positive(ReadOnlySpan<double> x) => Array.ConvertAll(x.ToArray(), value => Math.Abs(value) + 1e-3);
}
