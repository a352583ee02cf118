using CsCheck;
using Residuum.Data.Conventions;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Tests.Conventions;

public sealed class UnitTests
{
    private static readonly string[][] Families =
    [
        ["s", "min", "h", "hours", "days", "d", "ms", "microseconds", "week"],
        ["m", "km", "cm", "mm", "meters", "ft", "um"],
        ["m s-1", "cm s-1", "km h-1", "km/h", "m/s", "cm.s^-1", "knots", "m s**-1", "mm/day"],
        ["1", "", "%", "1e-3", "ppm"],
        ["K", "degC", "celsius", "degrees_C"],
        ["Pa", "hPa", "mbar", "kg m-1 s-2", "N/m2"],
        ["m2 s-2", "m^2/s^2", "J kg-1", "J/kg"],
        ["degrees_north", "rad", "degree_east"],
    ];

    [Theory]
    [InlineData("km h-1", "m s-1", 36, 10)]
    [InlineData("cm s-1", "m s-1", 1, 0.01)]
    [InlineData("cm", "mm", 3, 30)]
    [InlineData("hours", "s", 2.5, 9000)]
    [InlineData("days", "h", 1.5, 36)]
    [InlineData("degC", "K", 20, 293.15)]
    [InlineData("K", "degC", 293.15, 20)]
    [InlineData("hPa", "Pa", 1013.25, 101325)]
    [InlineData("1e-3", "1", 35, 0.035)]
    [InlineData("1000 kg m-3", "g cm-3", 1.025, 1.025)]
    [InlineData("m/s/s", "cm s-2", 9.81, 981)]
    [InlineData("kg/(m s2)", "Pa", 7, 7)]
    [InlineData("m per s", "km h-1", 1, 3.6)]
    [InlineData("degrees_east", "rad", 180, Math.PI)]
    [InlineData("m\u00b3 s\u207b\u00b9", null, 0, 0)]
    public void Known_conversions_hold(string from, string? to, double value, double expected)
    {
        if (to is null) Assert.Throws<UserError>(() => Unit.Parse(from));
        else Assert.Equal(expected, Unit.Conversion(from, to).Apply(value), 1e-12 * Math.Abs(expected));
    }

    [Fact]
    public void Scales_that_are_exact_fractions_are_exact()
    {
        Assert.Equal(10, Unit.Conversion("cm", "mm").Scale);
        Assert.Equal(1e-5, Unit.Conversion("cm", "km").Scale);
        Assert.Equal(0.01, Unit.Conversion("cm s-1", "m s-1").Scale);
        Assert.True(Unit.Conversion("m/s", "m s-1").IsIdentity);
    }

    [Fact]
    public void There_and_back_is_the_same_value() =>
        Gen.Select(Gen.Int[0, Families.Length - 1], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Double[-1e6, 1e6]).Sample((family, i, j, value) =>
        {
            string[] units = Families[family];
            string from = units[i % units.Length], to = units[j % units.Length];
            double back = Unit.Conversion(to, from).Apply(Unit.Conversion(from, to).Apply(value));
            return Math.Abs(back - value) <= 1e-9 * (1 + Math.Abs(value));
        });

    [Fact]
    public void Units_of_other_things_are_refused_naming_both()
    {
        for (int i = 0; i < Families.Length; i++)
        {
            string from = Families[i][^1], to = Families[(i + 1) % Families.Length][0];
            string message = Assert.Throws<UserError>(() => Unit.Conversion(from, to)).Message;
            Assert.Contains($"'{from}'", message);
            Assert.Contains($"'{to}'", message);
        }
    }

    [Theory]
    [InlineData("furlongs")]
    [InlineData("m s-")]
    [InlineData("m^")]
    [InlineData("(m")]
    [InlineData("m)")]
    [InlineData("/s")]
    [InlineData("degC m")]
    [InlineData("degC2")]
    [InlineData("m99")]
    [InlineData("0 m")]
    [InlineData("mday")]
    [InlineData("((((((((((m))))))))))")]
    public void What_is_no_unit_is_refused(string text) =>
        Assert.Contains(text, Assert.Throws<UserError>(() => Unit.Parse(text)).Message);

    [Fact]
    public void Any_text_is_a_unit_or_a_clean_error() => Gen.String[Gen.Char["mskghdegC0123456789.-+*/^() per%\u00b2_"], 0, 20].Sample(text =>
    {
        try
        {
            _ = Unit.Parse(text).Text;
        }
        catch (UserError)
        {
        }
    }, iter: 20_000);
}
