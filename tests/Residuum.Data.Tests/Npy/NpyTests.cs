using CsCheck;
using Residuum.Data.Arrays;
using Residuum.Data.Npy;
using Residuum.Data.Tests.Judges;

namespace Residuum.Data.Tests.Npy;

public sealed class NpyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_type_and_shape_is_read_back_bit_for_bit() =>
        Gen.Select(Gen.Int[0, 10], Gen.Long[0, 4].Array[0, 4], Gen.Int).Sample((kind, shape, seed) =>
        {
            string path = _folder.File("a.npy");
            var type = (ElementType)kind;
            var values = Elements.Allocate(type, (int)shape.Aggregate(1L, (count, length) => count * length));
            new Random(seed).NextBytes(Elements.Bytes(values, type));
            if (type == ElementType.Boolean) foreach (ref byte b in Elements.Bytes(values, type)) b &= 1;
            NpyWriter.Write(path, values, shape);

            using var found = DataFile.Open(path);
            var variable = Assert.Single(found.Variables);
            Assert.Equal(("a", type), (variable.Name, variable.Type));
            Assert.Equal(shape, variable.Shape);
            Assert.Equal(Convert.ToHexString(Elements.Bytes(values, type)), Convert.ToHexString(Elements.Bytes(variable.ReadElements(), type)));
        }, iter: 200, threads: 1);

    [Fact]
    public void The_json_companion_carries_names_attributes_and_the_other_variables()
    {
        string path = _folder.File("states.npy");
        var data = new DataSet(
            [
                Variable.Of("states", ["n", "lags", "points"], [2, 1, 3], new[] { 1.0, double.NaN, 3, 4, 5, -0.0 }, new() { ["units"] = "m s-1", ["scale"] = 2.0 }),
                Variable.Of("time", ["n"], [2], new[] { 0.5, 1 }, new() { ["units"] = "s" }),
                Variable.Of("lag", ["lags"], [1], new[] { 1 }),
                Variable.Of("dt", [], [], new[] { double.NaN }),
                Variable.Of("name", ["n"], [2], new[] { "a", "<script>" }),
                Variable.Of("big", [], [], new[] { long.MaxValue }),
            ],
            new() { ["residuum_protocol"] = 1, ["ratio"] = new[] { 0.1, double.PositiveInfinity } });
        NpyWriter.Write(path, data, "states");
        using var found = DataFile.Open(path);
        Same.AsOther(data, found);
    }

    [Theory]
    [InlineData("{", "line 1: not valid JSON")]
    [InlineData("{\"dims\": [\"x\"]}", "wrong number of dimension names")]
    [InlineData("{\"dim\": [\"x\"]}", "unknown key")]
    [InlineData("{\"name\": 3}", "wrong kind of value")]
    [InlineData("{\"variables\": {\"t\": {\"dims\": [\"q\", \"r\"], \"values\": [1]}}}", "unknown dimension")]
    [InlineData("{\"dims\": [\"n\", \"m\"], \"variables\": {\"t\": {\"dims\": [\"n\"], \"values\": [1]}}}", "two lengths")]
    [InlineData("{\"name\": \"\\ud800\"}", "not Unicode")]
    public void A_wrong_companion_is_refused_with_its_own_name(string json, string message)
    {
        string path = _folder.File("a.npy");
        NpyWriter.Write(path, new double[6], 2, 3);
        File.WriteAllText(_folder.File("a.json"), json);
        var error = Assert.Throws<FormatError>(() => DataFile.Open(path));
        Assert.StartsWith(_folder.File("a.json"), error.Message);
        Assert.Contains(message, error.Message);
    }

    [Theory]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "pickled Python objects")]
    [InlineData("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }", "structured array")]
    [InlineData("{'descr': '<c16', 'fortran_order': False, 'shape': (1,), }", "a.real and a.imag")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999, 9999999999), }", "larger than any file")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (0, 9999999999, 9999999999), }", "larger than any file")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", "do not fill the file")]
    [InlineData("__import__('os').system('true')", "not a numpy dictionary")]
    public void What_can_not_be_read_is_refused_with_a_remedy(string header, string message)
    {
        byte[] file = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(header), .. new byte[8]];
        Assert.Contains(message, Assert.Throws<FormatError>(() => NpyReader.Parse(file, "x.npy")).Message);
    }
}
