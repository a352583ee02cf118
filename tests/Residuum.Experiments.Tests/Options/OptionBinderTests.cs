using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;

namespace Residuum.Experiments.Tests.Options;

public sealed class OptionBinderTests
{
    [Fact]
    public void Without_input_every_option_keeps_its_initializer()
    {
        var options = OptionBinder.Bind<SampleOptions>(null);
        Assert.Equal(0.005, options.TimeStep);
        Assert.Equal(7, options.Regression.MaxPasses);
        Assert.Null(options.Cutoff);
    }

    [Fact]
    public void A_file_sets_every_kind_of_option()
    {
        var options = FromFile("""
            time-step: 1e-2
            cutoff: 2.5
            samples: 12
            odd: true
            rule: corner
            variable: "1"
            terms: [u^2*u_xx, "sin(x)*u"]
            noise:
              - 0.1
            set: {advection: 0, dispersion: -0.5}
            regression:
              alpha-max: 50
            others:
              - max-passes: 3
              - {alpha-max: 1}
            """);
        Assert.Equal((0.01, 2.5, 12, true, Rule.Corner, "1"), (options.TimeStep, options.Cutoff, options.Samples, options.Odd, options.Rule, options.Variable));
        Assert.Equal(["u^2*u_xx", "sin(x)*u"], options.Terms);
        Assert.Equal([0.1], options.Noise);
        Assert.Equal(-0.5, options.Set["dispersion"]);
        Assert.Equal(new InnerOptions { AlphaMax = 50, MaxPasses = 7 }, options.Regression);
        Assert.Equal([new InnerOptions { MaxPasses = 3 }, new InnerOptions { AlphaMax = 1 }], options.Others);
    }

    [Fact]
    public void A_flag_overrides_the_file_and_leaves_its_neighbours()
    {
        var options = FromFile("time-step: 1\nregression: {alpha-max: 50, max-passes: 5}", ("time-step", "2"), ("regression-alpha-max", "60"), ("noise", "0,0.05"), ("set", "advection=0"));
        Assert.Equal(2, options.TimeStep);
        Assert.Equal(new InnerOptions { AlphaMax = 60, MaxPasses = 5 }, options.Regression);
        Assert.Equal([0, 0.05], options.Noise);
        Assert.Equal(0, options.Set["advection"]);
    }

    [Fact]
    public void A_section_s_shared_default_is_never_changed()
    {
        FromFile("regression: {max-passes: 1}");
        Assert.Equal(7, new SampleOptions().Regression.MaxPasses);
    }

    [Theory]
    [InlineData("time-stp: 1", "project.yaml:1: unknown key: found 'time-stp'; did you mean 'time-step'?")]
    [InlineData("\n\nregression:\n  alpha-mx: 1", "project.yaml:4: unknown key: found 'alpha-mx'; did you mean 'alpha-max'?")]
    [InlineData("time-step: fast", "project.yaml:1: time-step: wrong value: found 'fast', expected a number in (0, inf)")]
    [InlineData("time-step: \"1\"", "project.yaml:1: time-step: wrong value: found the text '1', expected a number in (0, inf)")]
    [InlineData("time-step: .nan", "project.yaml:1: time-step: wrong value: found '.nan', expected a number in (0, inf)")]
    [InlineData("samples: 1\ntime-step: -1", "project.yaml:2: time-step: value out of range: found -1, expected (0, inf)")]
    [InlineData("samples: 1.5", "project.yaml:1: samples: wrong value: found '1.5', expected a whole number")]
    [InlineData("samples:", "project.yaml:1: samples: wrong value: found nothing, expected a whole number")]
    [InlineData("odd: yes", "project.yaml:1: odd: wrong value: found 'yes', expected true or false")]
    [InlineData("rule: corne", "project.yaml:1: rule: wrong value: found 'corne', expected cell-bic or corner; did you mean 'corner'?")]
    [InlineData("regression: 3", "project.yaml:1: regression: wrong value: found '3', expected a section with keys")]
    [InlineData("terms: [[u]]", "project.yaml:1: terms: wrong value: found a list, expected a list, each a text")]
    [InlineData("set: 3", "project.yaml:1: set: wrong value: found '3', expected names with values, each a number")]
    [InlineData("odd: true\nodd: true", "project.yaml:2: key given twice: found 'odd'; it also stands in line 1")]
    [InlineData("- odd", "project.yaml:1: wrong content: found a list, expected keys with values, such as 'alpha-max: 100'")]
    public void A_mistake_in_a_file_is_one_line_with_its_place(string yaml, string message)
    {
        var error = Assert.Throws<UserError>(() => FromFile(yaml));
        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("time-step", "0", "--time-step: value out of range: found 0, expected (0, inf)")]
    [InlineData("regression-max-passes", "x", "--regression-max-passes: wrong value: found 'x', expected a whole number in [1, 50]")]
    [InlineData("rule", "bic", "--rule: wrong value: found 'bic', expected cell-bic or corner")]
    [InlineData("set", "advection", "--set: wrong form: found 'advection', expected NAME=VALUE")]
    public void A_mistake_in_a_flag_is_one_line_with_the_flag(string flag, string value, string message)
    {
        var error = Assert.Throws<UserError>(() => FromFile("", (flag, value)));
        Assert.Equal(message, error.Message);
    }

    private static SampleOptions FromFile(string yaml, params (string Flag, string Value)[] flags) =>
        OptionBinder.Bind<SampleOptions>(
            OptionFile.Parse(yaml, "project.yaml"),
            flags.ToDictionary(flag => flag.Flag, flag => (IReadOnlyList<string>)[flag.Value]));
}
