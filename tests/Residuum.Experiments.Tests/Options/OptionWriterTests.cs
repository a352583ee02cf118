using System.Text.Json;
using CsCheck;
using Residuum.Experiments.Options;

namespace Residuum.Experiments.Tests.Options;

public sealed class OptionWriterTests
{
    [Fact]
    public void Defaults_need_no_file() => Assert.Equal("", OptionWriter.Yaml(new SampleOptions()));

    [Fact]
    public void Only_what_differs_is_written_and_sections_are_indented()
    {
        var options = new SampleOptions { Cutoff = 2.5, Rule = Rule.Corner, Terms = ["sin(x)*u"], Regression = new() { AlphaMax = 1, MaxPasses = 7 } };
        Assert.Equal("cutoff: 2.5\nrule: corner\nterms: [\"sin(x)*u\"]\nregression:\n  alpha-max: 1\n", OptionWriter.Yaml(options));
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Gen.Double[1e-9, 1e9], Gen.Double.Nullable(), Gen.Long, Gen.Bool, Gen.String.Array[0, 3], Gen.Double[-1e300, 1e300].Array[0, 3], Gen.Dictionary(Gen.String, Gen.Double[-1, 1])[0, 3], Gen.Double[1e-3, 1e3])
            .Select((step, cutoff, samples, odd, terms, noise, set, alpha) => new SampleOptions
            {
                TimeStep = step,
                Cutoff = cutoff is { } value && double.IsFinite(value) ? value : null,
                Samples = samples,
                Odd = odd,
                Rule = odd ? Rule.Corner : Rule.CellBic,
                Variable = terms.FirstOrDefault(),
                Terms = terms,
                Noise = noise,
                Set = new SortedDictionary<string, double>(set, StringComparer.Ordinal),
                Regression = new() { AlphaMax = alpha },
                Others = [new() { MaxPasses = 2 }],
            })
            .Sample(options => Assert.Equal(Json(options), Json(OptionBinder.Bind<SampleOptions>(OptionFile.Parse(OptionWriter.Yaml(options), "written")))), iter: 300);

    [Fact]
    public void Pairs_name_every_option()
    {
        var pairs = OptionWriter.Pairs(new SampleOptions { Set = new Dictionary<string, double> { ["b"] = 1, ["a"] = 0.5 } });
        Assert.Equal("{\"a\": 0.5, \"b\": 1}", pairs["set"]);
        Assert.Equal("7", pairs["regression.max-passes"]);
        Assert.Equal(12, pairs.Count);
    }

    private static string Json(SampleOptions options) => JsonSerializer.Serialize(options);
}
