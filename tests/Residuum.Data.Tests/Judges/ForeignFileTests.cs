using System.Text.Json;
using Residuum.Data.Arrays;
using Residuum.Data.Conventions;

namespace Residuum.Data.Tests.Judges;

/// <summary>Files of the field's own libraries, read by us and by those libraries: every value and attribute.</summary>
[Trait("Needs", "python")]
public sealed class ForeignFileTests(ForeignFiles files)
{
    [Fact]
    public void Every_netcdf_file_holds_what_netcdf4_and_xarray_say()
    {
        string[] paths = [.. files.Paths("xarray-*.nc"), .. files.Paths("netcdf4-*.nc")];
        Assert.Equal(8, paths.Length);
        string[] questions = [.. paths.Select(path => $"netCDF4:{path}"), .. files.Paths("xarray-*.nc").Select(path => $"xarray-netcdf4:{path}")];
        foreach (var (question, answer) in questions.Zip(Judge.Describe(files.Folder, questions))) Compare(question, answer);
    }

    [Fact]
    public void Every_hdf5_file_holds_what_h5py_says()
    {
        string[] questions = [.. files.Paths("h5py-*.h5").Select(path => $"h5py:{path}")];
        Assert.Equal(3, questions.Length);
        foreach (var (question, answer) in questions.Zip(Judge.Describe(files.Folder, questions))) Compare(question, answer);
    }

    [Fact]
    public void Every_numpy_file_holds_what_numpy_says()
    {
        string[] questions = [.. files.Paths("numpy-*.npy").Select(path => $"numpy:{path}")];
        Assert.Equal(49, questions.Length);
        foreach (var (question, answer) in questions.Zip(Judge.Describe(files.Folder, questions)))
        {
            using var found = DataFile.Open(question["numpy:".Length..]);
            var variable = Assert.Single(found.Variables);
            Same.AsJudged(new DataSet([Variable.Of("values", variable.Dimensions, variable.ReadElements())]), answer);
        }
        using var stored = DataFile.Open(files.Path("numpy-stored.npz"));
        Assert.Equal([0, 1, 2, 3, 4, 5], stored["a"].Read());
        Assert.Equal(new long[] { 1, -2 }, stored["b"].ReadElements());
        using var deflated = DataFile.Open(files.Path("numpy-deflated.npz"));
        Assert.Equal([3, 4, 5], deflated["a"].Read(1, 1));
        Assert.Equal(new double[10000], deflated["zeros"].Read());
        Assert.Contains("pickled", Assert.Throws<FormatError>(() => DataFile.Open(files.Path("objects.npy"))).Message);
    }

    [Fact]
    public void Packed_and_missing_values_are_what_xarray_makes_of_them()
    {
        string[] paths = files.Paths("xarray-*.nc");
        string answers = files.Folder.File("decoded.json");
        Judge.Python(["xarray"], Repository.File("tests", "reference", "cf.py"), ["decoded", answers, .. paths]);
        using var document = JsonDocument.Parse(File.ReadAllText(answers));
        foreach (var (path, answer) in paths.Zip(document.RootElement.EnumerateArray()))
        {
            using var data = DataFile.Open(path);
            foreach (var variable in answer.EnumerateObject())
            {
                double[] expected = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(Convert.FromHexString(variable.Value.GetString()!)).ToArray();
                double[] found = Cf.Read(data[variable.Name]);
                Assert.Equal(expected.Length, found.Length);
                // xarray unpacks this short in single precision.
                double tolerance = variable.Name == "t" ? 2e-5 : 0;
                Assert.All(expected.Zip(found), pair => Assert.True(
                    pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= tolerance, $"{path} {variable.Name}: {pair.First:R} and {pair.Second:R}"));
            }
        }
    }

    [Fact]
    public void Slices_of_chunked_datasets_are_parts_of_the_whole()
    {
        foreach (string path in files.Paths("h5py-*est.h5"))
        {
            using var data = DataFile.Open(path);
            foreach (string name in new[] { "contiguous", "fixed_deflated", "growing_second", "growing_twice_deflated", "partly", "texts", "never" })
            {
                var variable = data[name];
                Array whole = variable.ReadElements();
                for (long first = 0; first < variable.Rows; first += 2)
                {
                    long rows = Math.Min(5, variable.Rows - first);
                    Assert.Equal(whole.Cast<object>().Skip((int)(first * variable.RowSize)).Take((int)(rows * variable.RowSize)), variable.ReadElements(first, rows).Cast<object>());
                }
            }
        }
    }

    [Fact]
    public void Variables_come_in_the_order_they_were_made_where_the_file_keeps_it()
    {
        using var data = DataFile.Open(files.Path("h5py-options.h5"));
        Assert.Equal(["zulu", "alpha", "mike", "typed"], data.Variables.Take(4).Select(variable => variable.Name));
        Assert.Equal(Enumerable.Range(0, 20).Reverse().Select(i => $"ordered/member_{i:d2}"), data.Variables.Skip(4).Select(variable => variable.Name));
    }

    [Fact]
    public void A_fixed_variable_among_the_records_is_refused()
    {
        foreach (string path in files.Paths("overlap-*.nc"))
            Assert.Contains("variable 'scalar' lies among the records", Assert.Throws<FormatError>(() => DataFile.Open(path)).Message);
    }

    [Fact]
    public void Links_to_paths_are_not_followed_and_unread_types_say_so()
    {
        foreach (string path in files.Paths("h5py-*est.h5"))
        {
            using var data = DataFile.Open(path);
            Assert.DoesNotContain(data.Variables, variable => variable.Name is "soft" or "outside" or "x");
            Assert.Equal(ElementType.Other, data["compound"].Type);
            Assert.Contains("'compound' has a type that is not read", Assert.Throws<FormatError>(() => data["compound"].Read()).Message);
        }
    }

    private static void Compare(string question, JsonElement answer)
    {
        using var ours = DataFile.Open(question[(question.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        try
        {
            Same.AsJudged(ours, answer);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException(question, error);
        }
        catch (Xunit.Sdk.XunitException error)
        {
            Assert.Fail($"{question}: {error.Message}");
        }
    }
}
