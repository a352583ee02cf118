using System.Text.Json;
using Residuum.Cli.Hosting;
using Residuum.Numerics;

namespace Residuum.Cli.Tests;

public sealed class OutputTests
{
    [Theory]
    [InlineData("study list")]
    [InlineData("runs list")]
    [InlineData("completion bash")]
    public void Json_is_one_document_on_standard_output(string line)
    {
        var run = ToolRun.Here([.. line.Split(' '), "--json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
    }

    [Fact]
    public void A_number_that_is_not_finite_is_null_and_a_choice_is_in_kebab_case() =>
        Assert.Equal("""{"value":null,"day":"monday"}""", JsonOutput.Node(new { Value = double.NaN, Day = DayOfWeek.Monday })!.ToJsonString());

    [Fact]
    public void A_schema_is_json_and_names_every_option()
    {
        using var schema = JsonDocument.Parse(ToolRun.Here(["study", "run", "--schema"]).Output);
        Assert.Equal(["profile", "smoke", "full", "all"], schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void A_plain_table_has_aligned_columns_without_the_empty_ones()
    {
        var text = new StringWriter { NewLine = "\n" };
        new PlainPage(text).Table(["run", "note", "state"], [["a1", "", "complete"], ["longer", "", "x"]]);
        Assert.Equal("run     state\na1      complete\nlonger  x\n", text.ToString());
    }

    [Theory]
    [InlineData(0.25, 10, "pass 1  25 %  about 30 s left")]
    [InlineData(0.5, 600, "pass 1  50 %  about 10 min left")]
    [InlineData(0.1, 3600, "pass 1  10 %  about 9.0 h left")]
    [InlineData(double.NaN, 10, "pass 1")]
    [InlineData(0, 10, "pass 1")]
    public void Progress_tells_the_time_left_where_it_is_known(double fraction, double seconds, string expected) =>
        Assert.Equal(expected, ProgressLine.Text(new Progress("pass 1", fraction), TimeSpan.FromSeconds(seconds)));
}
