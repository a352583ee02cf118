using System.Text.Json.Nodes;
using Residuum.Experiments.Options;

namespace Residuum.Experiments.Tests.Options;

public sealed class OptionDerivationTests
{
    [Fact]
    public void Flags_are_the_keys_with_their_sections_before_them() =>
        Assert.Equal(
            ["time-step", "cutoff", "samples", "odd", "rule", "variable", "terms", "noise", "set", "regression-alpha-max", "regression-max-passes"],
            OptionSchema.Of<SampleOptions>().Flags.Select(flag => flag.FlagName));

    [Fact]
    public void An_owner_s_default_for_its_section_is_the_one_shown()
    {
        var flags = OptionSchema.Of<SampleOptions>().Flags.ToDictionary(flag => flag.FlagName, flag => flag.DefaultText);
        Assert.Equal("7", flags["regression-max-passes"]);
        Assert.Equal("0, 0.01", flags["noise"]);
        Assert.Equal("cell-bic", flags["rule"]);
    }

    [Fact]
    public void The_json_schema_carries_types_bounds_names_and_defaults()
    {
        var schema = OptionJsonSchema.For(OptionSchema.Of<SampleOptions>(), "Sample")["properties"]!;
        var step = schema["time-step"]!.AsObject();
        Assert.Equal("""{"type":"number","exclusiveMinimum":0,"description":"Interval between observations. Unit: s.","default":0.005}""", step.ToJsonString());
        Assert.Equal("""["cell-bic","corner"]""", schema["rule"]!["enum"]!.ToJsonString());
        Assert.Equal("""["number","null"]""", schema["cutoff"]!["type"]!.ToJsonString());
        Assert.Equal(1, (double)schema["regression"]!["properties"]!["max-passes"]!["minimum"]!);
        Assert.False((bool)schema["others"]!["items"]!["additionalProperties"]!);
        Assert.IsType<JsonObject>(JsonNode.Parse(OptionJsonSchema.For(OptionSchema.Of<SampleOptions>(), "Sample").ToJsonString()));
    }

    [Fact]
    public void The_reference_table_has_a_row_for_every_key()
    {
        string[] lines = OptionTable.Markdown(OptionSchema.Of<SampleOptions>()).Split('\n');
        Assert.Contains("| `regression.alpha-max` | `100` | a number in (0, inf) | 1 | Precision at which a column leaves. | medida-ks, step 4 |", lines);
        Assert.Contains(lines, line => line.Contains("Variable to read \\| of the file.", StringComparison.Ordinal));
        Assert.Equal(2 + 11 + 2 + 2, lines.Length - 1);
    }
}
