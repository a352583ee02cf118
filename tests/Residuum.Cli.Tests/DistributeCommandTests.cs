using System.Globalization;
using System.Text;
using System.Text.Json;
using Residuum.Numerics.Random;

namespace Residuum.Cli.Tests;

/// <summary>From a file of samples to runs that are compared, as a user goes.</summary>
public sealed class DistributeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Runs_on_a_file_reach_their_goal_and_are_compared()
    {
        string data = Samples();
        string[] common = ["--samples", data, "--workers", "8", "--split", "label:1", "--rounds", "4000", "--record-every", "5", "--runs", _folder.File("runs")];
        var compressed = Json(["distribute", "run", "--compressor", "topk:1", "--step", "theory*4", .. common]);
        var whole = Json(["distribute", "run", "--method", "gd", .. common]);
        Assert.Equal("target", compressed.GetProperty("stop").GetString());
        Assert.Equal("target", whole.GetProperty("stop").GetString());
        string folder = compressed.GetProperty("run").GetString()!;
        foreach (string file in new[] { "run.json", "result.json", "metrics.parquet", "trace.jsonl", "report.html" }) Assert.True(File.Exists(Path.Combine(folder, file)), file);
        string[] ids = [.. new[] { compressed, whole }.Select(run => Path.GetFileName(run.GetProperty("run").GetString()!).Split('-')[1])];
        var comparison = Json(["distribute", "compare", .. ids, "--output", _folder.File("c.svg"), "--runs", _folder.File("runs")]).GetProperty("runs").EnumerateArray().ToList();
        Assert.Equal(["econtrol", "gd"], comparison.Select(run => run.GetProperty("method").GetString()!));
        Assert.All(comparison, run => Assert.True(run.GetProperty("bitsUp").GetDouble() > 0));
        Assert.Contains("<svg", File.ReadAllText(_folder.File("c.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_records_and_another_others()
    {
        string[] command = ["distribute", "run", "--samples", "a9a-like", "--generator-rows", "400", "--batch", "5", "--rounds", "40", "--target", "0", "--runs", _folder.File("runs")];
        string Records(params string[] more) => Json([.. command, .. more]).GetProperty("records").GetRawText();
        Assert.Equal(Records(), Records("--threads", "1"));
        Assert.NotEqual(Records(), Records("--seed", "1"));
    }

    [Fact]
    public void A_step_that_is_too_long_is_said_to_diverge_and_fails()
    {
        var run = ToolRun.Here(["distribute", "run", "--samples", "synth-ls", "--step", "5", "--rounds", "3000", "--runs", _folder.File("runs")]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("diverged by round", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Smoothness_gives_a_longer_step_where_workers_differ()
    {
        var report = Json(["distribute", "smoothness", "--samples", Samples(), "--workers", "8", "--split", "norm", "--compressor", "topk:1"]);
        double[] means = [.. new[] { "l", "arithmeticMean", "quadraticMean" }.Select(name => report.GetProperty(name).GetDouble())];
        Assert.Equal(means.Order(), means);
        Assert.True(report.GetProperty("stepNew").GetDouble() > 1.05 * report.GetProperty("stepOld").GetDouble());
    }

    [Theory]
    [InlineData("not a compressor", "--compressor", "topq:3")]
    [InlineData("no such file or generator", "--samples", "nowhere.libsvm")]
    [InlineData("more workers than samples", "--workers", "100000")]
    [InlineData("how samples are dealt", "--split", "label:2")]
    [InlineData("a positive number, theory", "--step", "fast")]
    [InlineData("edge of stability", "--eta", "0.5")]
    [InlineData("unbiased compressor", "--method", "marina")]
    public void A_mistake_is_one_line(string said, params string[] arguments)
    {
        var run = ToolRun.Here(["distribute", "run", "--runs", _folder.File("runs"), .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("runs")));
    }

    private static JsonElement Json(string[] arguments)
    {
        var run = ToolRun.Here([.. arguments, "--json", "--quiet"]);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    /// <summary>120 samples of 6 features of very different sizes, labels 0 and 1.</summary>
    private string Samples()
    {
        var random = new RandomStream(3, "samples");
        var text = new StringBuilder();
        for (int row = 0; row < 120; row++)
        {
            double[] x = [.. Enumerable.Range(0, 6).Select(_ => random.Normal() * Math.Exp(0.01 * row))];
            text.Append(x[0] + x[1] + random.Normal() > 0 ? '1' : '0');
            for (int j = 0; j < x.Length; j++) text.Append(CultureInfo.InvariantCulture, $" {j + 1}:{x[j]:f4}");
            text.Append('\n');
        }
        string path = _folder.File("samples.libsvm");
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
