using Residuum.Data.Arrays;
using Residuum.Data.Columns;
using Residuum.Data.NetCdf;
using Residuum.Data.Npy;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Observations;

public sealed class ObservationFileTests : IDisposable
{
    private const int Samples = 6, Points = 16;

    private readonly string _folder = Directory.CreateTempSubdirectory("observations").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_is_read_back_bit_for_bit()
    {
        var set = Generated(states: 3);
        set.Write(PathOf("obs.nc"), "written by a test");
        var back = ObservationSet.Open(PathOf("obs.nc"));
        Assert.Equal(set.Layout.Fields, back.Layout.Fields);
        Assert.Equal((set.Layout.Points, set.Samples, set.Lags), (back.Layout.Points, back.Samples, back.Lags));
        Assert.Equal(set.Layout.Length, back.Layout.Length, 1e-12);
        foreach (var (written, read) in set.States.Zip(back.States)) Assert.Equal(written.Values, read.Values);
        Assert.Equal(set.TimeSteps, back.TimeSteps);
        Assert.Equal(set.Times, back.Times, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(set.Metadata.NoiseStandardDeviations, back.Metadata.NoiseStandardDeviations);
        Assert.Equal(("s", "m", "m s-1", -3.0, 42L), (back.Metadata.TimeUnit, back.Metadata.LengthUnit, back.Metadata.FieldUnits[0], back.Metadata.Origin, back.Metadata.Seed));
    }

    [Fact]
    public void Units_are_converted_to_the_models()
    {
        var file = Arrays(time: ("hours since 2001-01-01 06:00", [0, 1, 24, 25.5]), position: ("km", 2), field: "cm s-1");
        var set = Open(file, new ObservationOptions { TimeUnit = "s", LengthUnit = "m", Units = ["m s-1"], Noise = [0.02] });
        Assert.Equal([3600.0, 5400], set.TimeSteps);
        Assert.Equal([3600.0, 91800], set.Times);
        Assert.Equal(Points * 2000.0, set.Layout.Length);
        Assert.Equal(0.01 * Value(0, 0, 3), set.States[0].State(0)[3], 1e-15);
        Assert.Equal(("s", "m", "m s-1"), (set.Metadata.TimeUnit, set.Metadata.LengthUnit, set.Metadata.FieldUnits[0]));
        Assert.Equal([0.02], set.Metadata.NoiseStandardDeviations);
    }

    [Theory]
    [InlineData("s", "m", "kg", "u")]
    [InlineData("m", "m", "m s-1", "time")]
    [InlineData("s", "K", "m s-1", "x")]
    [InlineData("s", "m", "furlongs", "u")]
    public void Units_that_do_not_convert_are_refused_by_name(string time, string length, string field, string variable)
    {
        var file = Arrays(time: ("hours", [0, 1, 24, 25]), position: ("km", 2), field: "cm s-1");
        var error = Assert.Throws<UserError>(() => Open(file, new ObservationOptions { TimeUnit = time, LengthUnit = length, Units = [field] }));
        Assert.Contains($"obs.nc: {variable}: ", error.Message);
    }

    [Fact]
    public void Each_sample_may_have_its_own_time_step()
    {
        var variables = Variables(samples: 3);
        variables.Add(Variable.Of("dt", ["sample"], [3], new[] { 0.1, 0.2, 0.1 }));
        Assert.Equal([0.1, 0.2, 0.1], Open(new DataSet(variables), new ObservationOptions { Length = 1 }).TimeSteps);
    }

    [Fact]
    public void A_lag_coordinate_with_a_unit_gives_the_time_step()
    {
        var variables = Variables(samples: 3);
        variables.Add(Variable.Of("lag", ["lag"], [2], new[] { -30.0, 0 }, new AttributeTable { ["units"] = "min" }));
        Assert.Equal([0.5, 0.5, 0.5], Open(new DataSet(variables), new ObservationOptions { Length = 1, TimeUnit = "h" }).TimeSteps);
    }

    [Theory]
    [InlineData(1, false, new[] { 0, 2, 4, 6 })]
    [InlineData(1, true, new[] { 0, 1, 2, 3, 4, 6, 7 })]
    [InlineData(2, false, new[] { 0, 3, 6 })]
    public void A_series_is_cut_into_groups_and_groups_over_a_gap_are_left_out(int lags, bool overlap, int[] firsts)
    {
        // The step from the sixth time to the seventh is three times the usual one.
        double[] times = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.8, 0.9, 1.0];
        var values = new double[times.Length * Points];
        for (int i = 0; i < values.Length; i++) values[i] = Value(i / Points, 0, i % Points);
        var file = new DataSet([Variable.Of("u", ["time", "x"], [times.Length, Points], values), Variable.Of("time", ["time"], [times.Length], times)]);

        var set = Open(file, new ObservationOptions { Lags = lags, Overlap = overlap, Length = 1, SpikeThreshold = 0 });

        Assert.Equal(firsts, Enumerable.Range(0, set.Samples).Select(sample => (int)Math.Round(set.States[0].State(sample)[0])));
        Assert.All(set.TimeSteps, step => Assert.Equal(0.1, step, 1e-12));
        Assert.Single(set.TimeSteps.Distinct());
    }

    [Fact]
    public void Packed_values_are_unpacked_and_missing_cells_drop_their_sample_by_name()
    {
        var packed = new short[3 * 2 * Points];
        for (int i = 0; i < packed.Length; i++) packed[i] = (short)(100 * Math.Sin(i));
        packed[(2 * Points) + 5] = -999; // sample 1, lag 0
        var attributes = new AttributeTable { ["scale_factor"] = 0.01, ["add_offset"] = 1.0, ["_FillValue"] = new short[] { -999 } };
        var file = new DataSet([Variable.Of("u", ["sample", "lag", "x"], [3, 2, Points], packed, attributes)]);

        var set = Open(file, new ObservationOptions { Length = 1, TimeStep = 0.1, SpikeThreshold = 0 });

        var dropped = Assert.Single(set.Quality.Dropped);
        Assert.Equal((1, "sample 1"), (dropped.Sample, dropped.Name));
        Assert.Contains("missing or not finite cell(s) of u at lag 0, the first at point 5", dropped.Reason);
        Assert.Equal(1 + (0.01 * packed[3]), set.States[0].State(0)[3], 1e-15);
        Assert.Equal(["sample 0", "sample 2"], set.Names);
    }

    [Fact]
    public void Several_variables_are_several_fields_with_the_noise_of_each()
    {
        var variables = Variables(samples: 2, "h", "q");
        variables[0].Attributes["ancillary_variables"] = "h_error";
        variables[1].Attributes["noise_standard_deviation"] = 0.25;
        variables.Add(Variable.Of("h_error", ["sample", "lag", "x"], [2, 2, Points], Enumerable.Repeat(0.5, 4 * Points).ToArray(), new AttributeTable { ["standard_name"] = "sea_surface_height standard_error" }));
        var set = Open(new DataSet(variables), new ObservationOptions { Length = 1, TimeStep = 0.1 });
        Assert.Equal(["h", "q"], set.Layout.Fields);
        Assert.Equal([0.5, 0.25], set.Metadata.NoiseStandardDeviations);
        Assert.Equal(Value(1, 0, 3) + 1, set.States[0].Field(1, 1)[3]);
    }

    [Fact]
    public void A_table_in_any_order_of_rows_is_read_and_a_lost_row_drops_its_sample()
    {
        var rows = (from sample in Enumerable.Range(0, 4) from lag in Enumerable.Range(0, 2) from point in Enumerable.Range(0, Points) select (sample, lag, point)).ToArray();
        new RandomStream(3, "shuffle").Shuffle<(int, int, int)>(rows);
        rows = [.. rows.Where(row => row != (2, 1, 7))];
        string csv = "sample,t,x,u\n" + string.Join("\n", rows.Select(row => $"{row.sample},{(10 * row.sample) + (0.5 * row.lag)},{0.25 * row.point},{Value(row.sample, row.lag, row.point):R}"));
        File.WriteAllText(PathOf("obs.csv"), csv);

        var set = ObservationSet.Open(PathOf("obs.csv"), new ObservationOptions { SpikeThreshold = 0 });

        Assert.Equal([0, 1, 3], set.Names.Select(name => name[^1] - '0'));
        Assert.Equal(0.25 * Points, set.Layout.Length);
        Assert.Equal([0.5, 0.5, 0.5], set.TimeSteps);
        Assert.Equal(Value(3, 1, 4), set.Ends.State(2)[4]);
        Assert.Equal(["sample 2"], set.Quality.Dropped.Select(dropped => dropped.Name));
    }

    [Fact]
    public void A_parquet_series_is_cut_like_an_array()
    {
        var rows = (from time in Enumerable.Range(0, 6) from point in Enumerable.Range(0, Points) select (time, point)).ToArray();
        ParquetWriter.Write(PathOf("obs.parquet"), Table.Of(
            ("time", rows.Select(row => 0.5 * row.time).ToArray()), ("x", rows.Select(row => (double)row.point).ToArray()), ("u", rows.Select(row => Value(row.time, 0, row.point)).ToArray())));
        var set = ObservationSet.Open(PathOf("obs.parquet"), new ObservationOptions { SpikeThreshold = 0 });
        Assert.Equal((3, 1, 16.0), (set.Samples, set.Lags, set.Layout.Length));
        Assert.Equal(Value(5, 0, 2), set.Ends.State(2)[2]);
    }

    [Fact]
    public void An_npy_array_needs_length_and_step_from_the_options()
    {
        double[] values = [.. Enumerable.Range(0, 2 * 2 * 2 * Points).Select(i => Math.Sin(i))];
        NpyWriter.Write(PathOf("obs.npy"), values, 2, 2, 2, Points);
        var set = ObservationSet.Open(PathOf("obs.npy"), new ObservationOptions { Length = 5, TimeStep = 0.2, SpikeThreshold = 0 });
        Assert.Equal(["u1", "u2"], set.Layout.Fields);
        Assert.Equal((5.0, 0.2), (set.Layout.Length, set.TimeSteps[1]));
        Assert.Equal(Math.Sin((((((1 * 2) + 0) * 2) + 1) * Points) + 3), set.States[0].Field(1, 1)[3]);

        Assert.Contains("set 'length'", Assert.Throws<UserError>(() => ObservationSet.Open(PathOf("obs.npy"), new ObservationOptions { TimeStep = 0.2 })).Message);
        Assert.Contains("set 'time-step'", Assert.Throws<UserError>(() => ObservationSet.Open(PathOf("obs.npy"), new ObservationOptions { Length = 5 })).Message);
    }

    [Fact]
    public void Another_order_of_dimensions_is_refused_with_the_way_to_mend_it()
    {
        var file = new DataSet([Variable.Of("u", ["x", "lag", "sample"], [Points, 2, 4], new double[8 * Points])]);
        var turned = new DataSet([Variable.Of("u", ["lag", "sample", "x"], [2, 4, Points], new double[8 * Points])]);
        Assert.Contains("transpose", Assert.Throws<UserError>(() => Open(turned, new ObservationOptions { Length = 1, TimeStep = 1 })).Message);
        Assert.Throws<UserError>(() => Open(file, new ObservationOptions { TimeStep = 1 }));
    }

    [Fact]
    public void An_uneven_grid_is_refused()
    {
        var variables = Variables(samples: 2);
        variables.Add(Variable.Of("x", ["x"], [Points], Enumerable.Range(0, Points).Select(i => i == 9 ? 9.2 : i).ToArray()));
        var error = Assert.Throws<UserError>(() => Open(new DataSet(variables), new ObservationOptions { TimeStep = 1 }));
        Assert.Contains("the grid is not equally spaced: found 9.2 at point 9, expected 9", error.Message);
    }

    [Fact]
    public void Too_few_samples_are_refused_with_how_many_are_needed()
    {
        var set = Open(new DataSet(Variables(samples: 3)), new ObservationOptions { Length = 1, TimeStep = 1 });
        var error = Assert.Throws<UserError>(() => Sufficiency.Demand(set, terms: 24));
        Assert.Contains("too few samples: found 3, expected at least 15 for 24 candidate terms on 16 points", error.Message);
        Sufficiency.Demand(Generated(states: 2), terms: 6);
    }

    private static double Value(int sample, int lag, int point) => sample + (0.1 * Math.Sin(2 * Math.PI * (point + lag) / Points));

    private static List<Variable> Variables(int samples, params string[] fields) =>
    [
        .. (fields.Length == 0 ? ["u"] : fields).Select((name, field) => Variable.Of(name, ["sample", "lag", "x"], [samples, 2, Points],
            (from sample in Enumerable.Range(0, samples) from lag in Enumerable.Range(0, 2) from point in Enumerable.Range(0, Points) select Value(sample, lag, point) + field).ToArray(), [])),
    ];

    private static DataSet Arrays((string Unit, double[] Values) time, (string Unit, double Spacing) position, string field)
    {
        var variables = Variables(samples: 2);
        variables[0].Attributes["units"] = field;
        variables.Add(Variable.Of("time", ["sample", "lag"], [2, 2], time.Values, new AttributeTable { ["units"] = time.Unit }));
        variables.Add(Variable.Of("x", ["x"], [Points], Enumerable.Range(0, Points).Select(i => i * position.Spacing).ToArray(), new AttributeTable { ["units"] = position.Unit }));
        return new DataSet(variables);
    }

    private static ObservationSet Generated(int states)
    {
        var layout = new Discovery.Solvers.StateLayout(["u"], Points, 7);
        var random = new RandomStream(1, "test");
        var batches = Enumerable.Range(0, states).Select(_ => new Discovery.Solvers.StateBatch(layout, Samples)).ToArray();
        foreach (var batch in batches) random.Normal(batch.Values);
        var metadata = new ObservationMetadata { Source = "a test", TimeUnit = "s", LengthUnit = "m", FieldUnits = ["m s-1"], NoiseStandardDeviations = [0.1], Origin = -3, Seed = 42 };
        return new ObservationSet(batches, [.. Enumerable.Range(0, Samples).Select(i => 0.005 * (1 + (i % 2)))], metadata, [.. Enumerable.Range(0, Samples).Select(i => 100.0 + i)]);
    }

    private ObservationSet Open(DataSet file, ObservationOptions options)
    {
        NetCdfWriter.Write(PathOf("obs.nc"), file);
        return ObservationSet.Open(PathOf("obs.nc"), options);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
