using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;
using Residuum.Data.Tests.Judges;

namespace Residuum.Data.Tests.NetCdf;

/// <summary>Files of ours opened by the field's own tools.</summary>
[Trait("Needs", "python")]
public sealed class JudgedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NetCdf4_and_xarray_read_every_value_and_attribute_of_our_files()
    {
        var expected = new Dictionary<NetCdfVersion, string>();
        foreach (var version in new[] { NetCdfVersion.Classic, NetCdfVersion.Offset64, NetCdfVersion.Data64 })
        {
            expected[version] = _folder.File($"v{(int)version}.nc");
            NetCdfWriter.Write(expected[version], version == NetCdfVersion.Data64 ? Samples.Data64() : Samples.Classic(), version);
        }
        // scipy reads CDF-1 and CDF-2 only.
        string[] questions =
        [
            .. from version in expected.Keys
               from engine in new[] { "netCDF4", "xarray-netcdf4", "xarray-scipy" }
               where engine != "xarray-scipy" || version != NetCdfVersion.Data64
               select $"{engine}:{expected[version]}",
        ];
        var answers = Judge.Describe(_folder, questions);
        foreach (var (question, answer) in questions.Zip(answers))
        {
            using var ours = DataFile.Open(question[(question.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            Same.AsJudged(ours, answer);
        }
    }

    [Fact]
    public void Ncdump_prints_our_file_and_ncgen_makes_the_same_one_from_it()
    {
        string ncdump = Needs.Program("ncdump", "netcdf-bin"), ncgen = Needs.Program("ncgen", "netcdf-bin");
        foreach (var version in new[] { NetCdfVersion.Classic, NetCdfVersion.Offset64, NetCdfVersion.Data64 })
        {
            string ours = _folder.File("ours.nc"), text = _folder.File("ours.cdl"), theirs = _folder.File("theirs.nc");
            // ncgen 4.9 turns int64 variables of CDF-5 into int; netCDF4 judges those.
            var data = version != NetCdfVersion.Data64
                ? Samples.Classic()
                : new DataSet([.. Samples.Data64().Variables.Where(variable => variable.Type is not (ElementType.Int64 or ElementType.UInt64))]);
            NetCdfWriter.Write(ours, data, version);
            File.WriteAllText(text, Judge.Program(ncdump, "-p", "9,17", ours));
            Judge.Program(ncgen, "-k", version switch { NetCdfVersion.Classic => "classic", NetCdfVersion.Offset64 => "64-bit-offset", _ => "cdf5" }, "-o", theirs, text);
            using (var found = DataFile.Open(theirs)) Same.AsOther(data, found, throughText: true);

            Judge.Program(ncgen, "-k", "netCDF-4", "-o", theirs, text);
            using var netCdf4 = DataFile.Open(theirs);
            Assert.Equal("netCDF-4", netCdf4.Format);
            Same.AsOther(data, netCdf4, throughText: true);
        }
    }
}
