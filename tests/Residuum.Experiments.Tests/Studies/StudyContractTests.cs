using System.Text.Json.Nodes;
using Residuum.Experiments.Studies;

namespace Residuum.Experiments.Tests.Studies;

/// <summary>The JSON that scripts rely on, field by field.</summary>
public sealed class StudyContractTests
{
    private static readonly JsonObject Result = JsonNode.Parse(StudyRunner.Run(new MeanStudy(), Profile.Quick).ToJson())!.AsObject();

    [Fact]
    public void The_result_has_these_fields_and_no_others()
    {
        Assert.Equal(["schemaVersion", "study", "profile", "seconds", "peakBytes", "claims", "run"], Result.Select(field => field.Key));
        Assert.Equal(1, (int)Result["schemaVersion"]!);
        Assert.Equal("mean", (string)Result["study"]!);
        Assert.Equal("quick", (string)Result["profile"]!);
        Assert.True((double)Result["seconds"]! >= 0);
        Assert.True((long)Result["peakBytes"]! > 1 << 20);
        Assert.Equal("", (string)Result["run"]!);
    }

    [Fact]
    public void A_claim_has_these_fields_and_no_others()
    {
        var claim = Result["claims"]![0]!.AsObject();
        Assert.Equal(["id", "text", "kind", "paper", "unit", "bound", "measured", "interval", "verdict"], claim.Select(field => field.Key));
        Assert.Equal("gate", (string)claim["kind"]!);
        Assert.Null(claim["paper"]);
        Assert.Equal("m", (string)claim["unit"]!);
        Assert.Equal("""{"op":"between","value":[1.6,2.4]}""", claim["bound"]!.ToJsonString());
        Assert.Equal(["seed", "value"], claim["measured"]![4]!.AsObject().Select(field => field.Key));
        Assert.Equal(4, (int)claim["measured"]![4]!["seed"]!);
        Assert.Equal(2, claim["interval"]!.AsArray().Count);
        Assert.Equal("holds", (string)claim["verdict"]!);
        Assert.Equal("reproduced", (string)Result["claims"]![3]!["verdict"]!);
        Assert.Equal(2, (double)Result["claims"]![3]!["paper"]!);
    }

    [Fact]
    public void Nan_is_a_text_and_one_seed_has_no_interval()
    {
        var claim = JsonNode.Parse(StudyRunner.Run(new MeanStudy(_ => double.NaN), Profile.Smoke).ToJson())!["claims"]![0]!;
        Assert.Equal("""[{"seed":0,"value":"NaN"}]""", claim["measured"]!.ToJsonString());
        Assert.Null(claim["interval"]);
        Assert.Equal("fails", (string)claim["verdict"]!);
    }
}
