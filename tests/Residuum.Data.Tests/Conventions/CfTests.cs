using Residuum.Data.Arrays;
using Residuum.Data.Conventions;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Tests.Conventions;

public sealed class CfTests
{
    private static readonly double NaN = double.NaN;

    [Fact]
    public void Packed_values_are_unpacked_and_missing_ones_are_nan()
    {
        var packed = Variable.Of("t", ["x"], [4], new short[] { -32767, 0, 100, -5 },
            new() { ["scale_factor"] = 0.1, ["add_offset"] = 273.15, ["_FillValue"] = new short[] { -32767 }, ["missing_value"] = new short[] { -5 }, ["units"] = "K" });
        Assert.Equal([NaN, 273.15, 0.1 * 100 + 273.15, NaN], Cf.Read(packed));
        Assert.Equal(NaN, Cf.Read(packed, "degC")[0]);
        Assert.Equal(10, Cf.Read(packed, "degC")[2], 1e-12);
        Assert.Equal([0.1 * 100 + 273.15], Cf.Read(packed, 2, 1));
        Assert.Equal([-32767, 0, 100, -5], packed.Read());
    }

    [Fact]
    public void Unsigned_bytes_of_a_classic_file_are_unsigned_and_so_is_their_fill_value()
    {
        var bytes = Variable.Of("b", ["x"], [3], new sbyte[] { -1, 5, -2 }, new() { ["_Unsigned"] = "true", ["_FillValue"] = new sbyte[] { -1 } });
        Assert.Equal([NaN, 5, 254], Cf.Read(bytes));
    }

    [Fact]
    public void Values_outside_the_valid_range_are_missing()
    {
        Assert.Equal([NaN, 1, 2, NaN], Cf.Read(Variable.Of("v", ["x"], [4], new[] { 0.0, 1, 2, 3 }, new() { ["valid_range"] = new[] { 1.0, 2.0 } })));
        Assert.Equal([NaN, 1, 2, 3], Cf.Read(Variable.Of("v", ["x"], [4], new[] { 0.0, 1, 2, 3 }, new() { ["valid_min"] = 0.5 })));
    }

    [Fact]
    public void Cells_that_netcdf_never_wrote_are_missing() =>
        Assert.Equal([NaN, 1], Cf.Read(Variable.Of("v", ["x"], [2], new[] { 9.96921e36f, 1f })));

    [Fact]
    public void A_float_variable_knows_its_fill_value_rounded() =>
        Assert.Equal([NaN, 1], Cf.Read(Variable.Of("v", ["x"], [2], new[] { 0.1f, 1f }, new() { ["missing_value"] = 0.1 })));

    [Fact]
    public void Reading_does_not_change_the_stored_values()
    {
        double[] stored = [1, 2, -999];
        var variable = Variable.Of("v", ["x"], [3], stored, new() { ["_FillValue"] = -999.0, ["units"] = "km" });
        Assert.Equal([1000, 2000, NaN], Cf.Read(variable, "m"));
        Assert.Equal([1, 2, -999], stored);
        Assert.Equal([1, 2, -999], variable.Read());
    }

    [Fact]
    public void Missing_or_foreign_units_name_the_variable()
    {
        Assert.Contains("variable 'v': no units attribute", Assert.Throws<UserError>(() => Cf.Read(Variable.Of("v", ["x"], [1], new[] { 1.0 }), "m")).Message);
        var speed = Variable.Of("speed", ["x"], [1], new[] { 1.0 }, new() { ["units"] = "cm s-1" });
        string message = Assert.Throws<UserError>(() => Cf.Read(speed, "km")).Message;
        Assert.Equal("variable 'speed': units do not convert: found 'cm s-1' (m s-1), expected 'km' (m)", message);
    }

    [Fact]
    public void Times_become_durations_in_the_unit_asked_for()
    {
        var time = Variable.Of("time", ["t"], [2], new[] { 0.5, 1 }, new() { ["units"] = "days since 2001-01-01", ["calendar"] = "noleap" });
        Assert.Equal([43200, 86400], Cf.ReadTime(time, "s"));
        Assert.Equal([12, 24], Cf.ReadTime(time, "h"));
        Assert.Equal("2001-01-01T12:00:00", Cf.TimeOf(time).DateOf(0.5).ToString());
        Assert.Equal([30, 60], Cf.ReadTime(Variable.Of("t", ["t"], [2], new[] { 0.5, 1 }, new() { ["units"] = "min" }), "s"));
        Assert.Throws<UserError>(() => Cf.ReadTime(time, "m"));
    }

    [Fact]
    public void Times_since_another_date_are_shifted_by_the_calendars_days()
    {
        var hours = CfTime.Parse("hours since 2000-02-28 12:00", "noleap");
        var days = CfTime.Parse("days since 2000-03-01", "noleap");
        Assert.Equal(0.5, hours.To(days).Apply(24), 1e-12);
        Assert.Equal(1.5, CfTime.Parse("hours since 2000-02-28 12:00").To(CfTime.Parse("days since 2000-02-28")).Apply(24), 1e-12);
        Assert.Throws<UserError>(() => hours.To(CfTime.Parse("days since 2000-03-01", "360_day")));
    }

    [Theory]
    [InlineData("days", null)]
    [InlineData("days since yesterday", null)]
    [InlineData("months since 2001-01-01", null)]
    [InlineData("days since 2001-02-29", "noleap")]
    [InlineData("days since 1582-10-10", "standard")]
    [InlineData("days since 2001-01-31", "360_day")]
    [InlineData("days since 2001-01-01", "mayan")]
    [InlineData("metres since 2001-01-01", null)]
    [InlineData("days since 2001-01-01 25:00", null)]
    [InlineData("days since 999999-01-01", "standard")]
    public void What_is_no_time_is_refused(string units, string? calendar) =>
        Assert.Throws<UserError>(() => CfTime.Parse(units, calendar));

    [Theory]
    [InlineData("days since 2001-1-1 6", "2001-01-01T06:00:00")]
    [InlineData("days since 2001-01-01T00:00:00Z", "2001-01-01T00:00:00")]
    [InlineData("Days since 2001-01-01 00:00:00.5 UTC", "2001-01-01T00:00:00.500000")]
    [InlineData("seconds since 2001-01-01 00:00 +1:30", "2000-12-31T22:30:00")]
    [InlineData("s since 2001-01-01 00:00:00 -0600", "2001-01-01T06:00:00")]
    public void Forms_of_the_reference_date_are_understood(string units, string date) =>
        Assert.Equal(date, CfTime.Parse(units).DateOf(0).ToString());
}
