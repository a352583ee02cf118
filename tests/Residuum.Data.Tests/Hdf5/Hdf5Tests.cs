using Residuum.Data.Arrays;
using Residuum.Data.Conventions;
using Residuum.Data.Hdf5;
using Residuum.Data.Tests.Judges;

namespace Residuum.Data.Tests.Hdf5;

public sealed class Hdf5Tests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_back_bit_for_bit()
    {
        string path = _folder.File("all.h5");
        var data = Plain();
        DataFile.Write(path, data);
        using var found = DataFile.Open(path);
        Assert.Equal("HDF5", found.Format);
        Same.AsOther(data, found);
    }

    [Fact]
    [Trait("Needs", "python")]
    public void H5py_reads_every_value_and_attribute_of_our_files()
    {
        Needs.PythonModule("h5py");
        string path = _folder.File("all.h5");
        Hdf5Writer.Write(path, Plain());
        using var ours = DataFile.Open(path);
        Same.AsJudged(ours, Judge.Describe(_folder, $"h5py:{path}")[0], "DIMENSION_LABELS");
    }

    [Fact]
    public void A_netcdf_4_file_has_its_dimensions_packed_values_and_texts()
    {
        using var data = DataFile.Open(Seed("netcdf4.nc"));
        Assert.Equal("netCDF-4", data.Format);
        Assert.Equal([new Dimension("time", 3, IsUnlimited: true), new Dimension("x", 4)], data["packed"].Dimensions);
        Assert.Equal(["time", "packed", "place"], data.Variables.Select(variable => variable.Name));
        Assert.Equal([10, 10.5, 11, 11.5], Cf.Read(data["packed"], 0, 1));
        Assert.Equal(["a", "", "ccc", "dddd"], data["place"].ReadText());
        Assert.Equal("noleap", data["time"].Attributes.Text("calendar"));
        Assert.Equal("a seed", data.Attributes.Text("title"));
    }

    [Fact]
    public void Every_kind_of_chunk_index_gives_the_same_values()
    {
        double[] expected = [.. Enumerable.Range(0, 12).Select(i => (double)i)];
        using var data = DataFile.Open(Seed("latest.h5"));
        foreach (string name in new[] { "contiguous", "fixed", "growing", "twice" }) Assert.Equal(expected, data[name].Read());
        Assert.Equal([0, 1, 2], data["group/inner"].Read());
        Assert.Equal(9, data["contiguous"].Attributes.Count);
        using var old = DataFile.Open(Seed("earliest.h5"));
        Assert.Equal(expected, old["chunks"].Read());
        Assert.Equal(new[] { true, false }, old["truth"].ReadElements());
    }

    [Fact]
    public void A_soft_link_to_itself_is_passed_over()
    {
        using var data = DataFile.Open(Seed("latest.h5"));
        Assert.False(data.TryGet("soft", out _));
    }

    [Fact]
    public void A_file_that_was_cut_names_file_and_byte()
    {
        byte[] bytes = File.ReadAllBytes(Seed("netcdf4.nc"));
        Assert.StartsWith("cut.nc, byte ", Assert.Throws<FormatError>(() => Hdf5Reader.Parse(bytes.AsMemory(0, bytes.Length / 3), "cut.nc")).Message);
    }

    private static string Seed(string name) => Repository.File("tests", "Residuum.Data.Tests", "Seeds", name);

    /// <summary>Without the types and the unlimited dimension that plain HDF5 does not tell.</summary>
    private static DataSet Plain()
    {
        var data = Samples.Data64();
        var variables = data.Variables.Where(variable => variable.Type != ElementType.Char)
            .Select(variable => Variable.Of(variable.Name, [.. variable.Dimensions.Select(dimension => dimension with { IsUnlimited = false })], variable.ReadElements(), variable.Attributes))
            .Append(Variable.Of("group/inner/place", ["n"], [3], new[] { "a", "", "längere" }));
        return new DataSet([.. variables.OrderBy(variable => variable.Name.Contains('/')).ThenBy(variable => variable.Name, StringComparer.Ordinal)], data.Attributes);
    }
}
