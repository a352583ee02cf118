using CsCheck;
using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;
using Residuum.Data.Tests.Judges;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Tests.NetCdf;

public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(NetCdfVersion.Classic)]
    [InlineData(NetCdfVersion.Offset64)]
    [InlineData(NetCdfVersion.Data64)]
    public void What_is_written_is_read_back_bit_for_bit(NetCdfVersion version)
    {
        string path = _folder.File("all.nc");
        var data = version == NetCdfVersion.Data64 ? Samples.Data64() : Samples.Classic();
        NetCdfWriter.Write(path, data, version);

        using var found = DataFile.Open(path);
        Assert.Equal($"netCDF classic (CDF-{(int)version})", found.Format);
        Same.AsOther(data, found);
    }

    [Fact]
    public void Any_shape_and_number_of_records_is_read_back()
    {
        string path = _folder.File("any.nc");
        Samples.Any.Sample(data =>
        {
            NetCdfWriter.Write(path, data);
            using var found = DataFile.Open(path);
            Same.AsOther(data, found);
        }, iter: 100, threads: 1);
    }

    [Fact]
    public void Any_slice_along_the_first_dimension_is_that_part_of_the_whole()
    {
        string path = _folder.File("slices.nc");
        NetCdfWriter.Write(path, Samples.Classic());
        using var data = DataFile.Open(path);
        foreach (var variable in data.Variables)
        {
            double[] whole = variable.Read();
            for (long first = 0; first <= variable.Rows; first++)
            {
                for (long rows = 0; rows <= variable.Rows - first; rows++)
                    Assert.Equal(whole[(int)(first * variable.RowSize)..(int)((first + rows) * variable.RowSize)], variable.Read(first, rows));
            }
        }
    }

    [Fact]
    public void Records_are_appended_one_by_one()
    {
        string path = _folder.File("stream.nc");
        var schema = new NetCdfSchema(
            [new Dimension("time", 0, IsUnlimited: true), new Dimension("x", 3)],
            [new NetCdfVariable("x", ElementType.Float64, ["x"]), new NetCdfVariable("time", ElementType.Float64, ["time"]), new NetCdfVariable("u", ElementType.Int8, ["time", "x"])],
            new() { ["title"] = "stream" });
        using (var writer = NetCdfWriter.Create(path, schema))
        {
            writer.Write("x", new[] { 1.0, 2, 3 });
            for (int i = 0; i < 5; i++)
                writer.Append(new Dictionary<string, Array> { ["time"] = new[] { i * 0.5 }, ["u"] = new[] { (sbyte)i, (sbyte)-i, (sbyte)7 } });
            Assert.False(File.Exists(path));
            writer.Complete();
        }
        using var data = DataFile.Open(path);
        Assert.Equal([0, 0.5, 1, 1.5, 2], data["time"].Read());
        Assert.Equal([3, -3, 7], data["u"].Read(3, 1));
        Assert.Equal([1, 2, 3], data["x"].Read());
    }

    [Fact]
    public void A_writer_that_is_not_completed_leaves_the_old_file_and_nothing_else()
    {
        string path = _folder.File("old.nc");
        NetCdfWriter.Write(path, Samples.Classic());
        byte[] before = File.ReadAllBytes(path);
        using (var writer = NetCdfWriter.Create(path, NetCdfSchema.Of(Samples.Data64()))) writer.Write("steps", new int[5]);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Texts_become_characters_and_are_read_as_texts()
    {
        string path = _folder.File("texts.nc");
        string[] texts = ["Potsdam", "", "Århus"];
        NetCdfWriter.Write(path, new DataSet([Variable.Of("place", ["station"], [3], texts)]));
        using var data = DataFile.Open(path);
        Assert.Equal([3, 7], data["place"].Shape);
        Assert.Equal(texts, data["place"].ReadText());
    }

    [Fact]
    public void Types_decide_the_version()
    {
        string path = _folder.File("version.nc");
        NetCdfWriter.Write(path, Samples.Classic());
        using (var data = DataFile.Open(path)) Assert.Equal("netCDF classic (CDF-2)", data.Format);
        NetCdfWriter.Write(path, Samples.Data64());
        using (var data = DataFile.Open(path)) Assert.Equal("netCDF classic (CDF-5)", data.Format);
        Assert.Contains("write CDF-5", Assert.Throws<UserError>(() => NetCdfWriter.Write(path, Samples.Data64(), NetCdfVersion.Classic)).Message);
    }

    [Fact]
    public void A_variable_above_four_gibibytes_makes_the_file_cdf_5()
    {
        var small = new NetCdfSchema([new Dimension("x", (1L << 29) - 1)], [new NetCdfVariable("u", ElementType.Float64, ["x"])], []);
        Assert.Equal(2, ClassicPlan.Of(small, NetCdfVersion.Automatic).Version);
        var large = small with { Dimensions = [new Dimension("x", 1L << 29)] };
        Assert.Equal(5, ClassicPlan.Of(large, NetCdfVersion.Automatic).Version);
        Assert.Contains("too large for CDF-2", Assert.Throws<UserError>(() => ClassicPlan.Of(large, NetCdfVersion.Offset64)).Message);
    }

    [Fact]
    public void Values_beyond_four_gibibytes_are_found()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("needs a file system that keeps holes");
        string path = _folder.File("large.nc");
        const long Length = (1L << 29) + 7;
        var schema = new NetCdfSchema([new Dimension("t", 0, IsUnlimited: true), new Dimension("x", Length)],
            [new NetCdfVariable("u", ElementType.Float64, ["x"]), new NetCdfVariable("v", ElementType.Int16, ["t"])], []);
        var header = ClassicPlan.Of(schema, NetCdfVersion.Automatic);
        using (var file = File.Create(path))
        {
            new ClassicHeaderWriter(file, header.Version).Write(new ClassicHeader(header.Version, 1, header.Dimensions, header.Attributes, header.Variables));
            file.Position = header.Variables[0].Begin + (Length - 1) * sizeof(double);
            file.Write([0x40, 0x45, 0x40, 0, 0, 0, 0, 0]); // 42.5
            file.Write([0, 7]);
        }
        using var data = DataFile.Open(path);
        Assert.Equal([0, 42.5], data["u"].Read(Length - 2, 2));
        Assert.Equal([7], data["v"].Read());
    }

    [Fact]
    public void A_file_that_was_cut_is_refused_with_file_and_byte()
    {
        string path = _folder.File("cut.nc");
        NetCdfWriter.Write(path, Samples.Classic());
        byte[] bytes = File.ReadAllBytes(path);
        for (int length = 0; length < bytes.Length - 3; length += 7)
        {
            var error = Assert.Throws<FormatError>(() => NetCdfReader.Parse(bytes.AsMemory(0, length), "cut.nc"));
            Assert.StartsWith("cut.nc, byte ", error.Message);
        }
    }
}
