using System.Text.Json;
using Residuum.Data.Arrays;
using Residuum.Data.Conventions;

namespace Residuum.Data.Tests.Zarr;

[Trait("Needs", "python")]
public sealed class ZarrTests(ZarrStores stores)
{
    [Fact]
    public void Every_store_holds_what_its_writer_says()
    {
        int variables = 0;
        foreach (var (path, answers) in stores.All)
        {
            using var data = DataFile.Open(path);
            Assert.Equal(answers.EnumerateObject().Select(answer => answer.Name).Order(StringComparer.Ordinal), data.Variables.Select(variable => variable.Name).Order(StringComparer.Ordinal));
            foreach (var answer in answers.EnumerateObject())
            {
                Compare($"{Path.GetFileName(path)}: {answer.Name}", data[answer.Name], answer.Value);
                variables++;
            }
        }
        Assert.Equal(82, variables);
    }

    [Fact]
    public void Rows_are_those_of_the_whole()
    {
        using var data = DataFile.Open(stores.Path("v2-blosc-lz4-1.zarr"));
        var variable = data["f8"];
        double[] whole = variable.Read();
        for (int row = 0; row < variable.Rows; row++) Assert.Equal(whole.AsSpan((int)(row * variable.RowSize), (int)variable.RowSize).ToArray(), variable.Read(row, 1));
        Assert.Equal(whole[(int)variable.RowSize..(int)(8 * variable.RowSize)], variable.Read(1, 7));
    }

    [Fact]
    public void Attributes_and_missing_values_are_those_of_xarray()
    {
        using var data = DataFile.Open(stores.Path("v2-xarray.zarr"));
        Assert.Equal("xarray's", data.Attributes.Text("title"));
        Assert.Equal("m2 s-1", data["psi"].Units);
        Assert.Equal([double.NaN, 1], data["psi"].Attributes["limits"].Numbers);
        Assert.Contains(data["psi"].Read(), double.IsNaN);

        using var third = DataFile.Open(stores.Path("v3.zarr"));
        Assert.Equal("version 3", Assert.Single(third.Attributes).Value.Text); // nested attributes are left out
        Assert.Equal(double.NaN, third["missing"].Attributes.Number("_FillValue"));
        Assert.Equal([1, double.NaN, 3], Cf.Read(third["missing"]));
        using var sparse = DataFile.Open(stores.Path("v2-layouts.zarr"));
        Assert.Equal(9, Cf.Read(sparse["sparse"]).Count(double.IsFinite)); // the fill value marks the rest as missing
        Assert.Equal(17, Cf.Read(sparse["truths"]).Count(double.IsFinite)); // the fill value 0 does not
    }

    [Fact]
    public void Damaged_chunks_are_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        foreach (var (store, key, reason) in new[] { ("v2-zstd.zarr", "f4/0.0", "a compressed chunk is damaged"), ("v2-blosc-lz4-1.zarr", "f4/0.0", "damaged"), ("v2-none.zarr", "f4/0.0", "instead of"), ("v3.zarr", "summed/c/0/0", "the checksum of the chunk is wrong") })
        {
            string copy = folder.File(store);
            foreach (string file in Directory.GetFiles(stores.Path(store), "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(copy, Path.GetRelativePath(stores.Path(store), file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
            byte[] chunk = File.ReadAllBytes(Path.Combine(copy, key));
            if (store == "v3.zarr") chunk[^1] ^= 1;
            else chunk = chunk[..^5];
            File.WriteAllBytes(Path.Combine(copy, key), chunk);
            using var data = DataFile.Open(copy);
            var error = Assert.Throws<FormatError>(() => data[key.Split('/')[0]].Read());
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
            Assert.Contains(key, error.Message, StringComparison.Ordinal);
        }
    }

    private static void Compare(string place, Variable variable, JsonElement answer)
    {
        var values = variable.ReadElements();
        Assert.Equal((place, answer.GetProperty("type").GetString()), (place, variable.Type == ElementType.Boolean ? "bool" : variable.Type.ToString().ToLowerInvariant()));
        Assert.Equal(answer.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64()), variable.Shape);
        var dims = answer.GetProperty("dims").EnumerateArray().Select(name => name.GetString()).ToList();
        if (dims.Count > 0) Assert.Equal(dims, variable.Dimensions.Select(dimension => dimension.Name));
        Assert.Equal((place, answer.GetProperty("values").GetString()), (place, Convert.ToHexStringLower(Elements.Bytes(values, variable.Type))));
    }
}
