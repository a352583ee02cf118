using System.Text.Json.Nodes;
using Residuum.Experiments.Runs;
using Residuum.Experiments.Studies;
using Residuum.Experiments.Tests.Studies;

namespace Residuum.Experiments.Tests.Runs;

public sealed class StudyRunFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunStore _store;

    public StudyRunFolderTests() => _store = new RunStore(_folder.File("runs"));

    public void Dispose() => _folder.Dispose();

    private StudyResult Run(Study study, Profile profile = Profile.Quick)
    {
        using var folder = _store.Start(StudyRunner.Command(study, profile));
        return StudyRunner.Run(study, profile, folder);
    }

    [Fact]
    public void Leaves_every_file_that_the_design_names()
    {
        string path = Run(new MeanStudy()).Run;
        var files = Directory.GetFiles(path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'));
        Assert.Equal(
            ["claims.json", "figures/samples.png", "figures/samples.svg", "metrics.parquet", "report.html", "run.json", "trace.jsonl"],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_runs_give_identical_results_and_another_seed_does_not()
    {
        string first = Run(new MeanStudy()).Run, second = Run(new MeanStudy()).Run;
        Assert.Empty(RunComparison.Differences(first, second));
        Assert.Equal(File.ReadAllBytes(Path.Combine(first, "claims.json")), File.ReadAllBytes(Path.Combine(second, "claims.json")));

        string other = Run(new MeanStudy(), Profile.Smoke).Run;
        Assert.Equal(["claims.json", "figures/samples.png", "figures/samples.svg", "metrics.parquet"], RunComparison.Differences(first, other).Select(f => f.Replace('\\', '/')));
    }

    [Fact]
    public void Comparison_ignores_only_the_moment()
    {
        string first = Path.Combine(_folder.Path, "first"), second = Path.Combine(_folder.Path, "second");
        foreach (var (folder, seconds, value) in new[] { (first, 1, 5), (second, 2, 5) })
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "result.json"), new JsonObject { ["seconds"] = seconds, ["parts"] = new JsonArray(new JsonObject { ["peakBytes"] = seconds, ["value"] = value }) }.ToJsonString());
        }
        Assert.Empty(RunComparison.Differences(first, second));
        File.WriteAllText(Path.Combine(second, "result.json"), """{"seconds":1,"parts":[{"value":6}]}""");
        Assert.Equal(["result.json"], RunComparison.Differences(first, second));
        File.WriteAllText(Path.Combine(first, "extra.bin"), "");
        Assert.Equal(["extra.bin", "result.json"], RunComparison.Differences(first, second));
    }

    [Fact]
    public void A_folder_of_another_run_is_refused()
    {
        using var folder = _store.Start(StudyRunner.Command(new MeanStudy(), Profile.Quick));
        Assert.Throws<ArgumentException>(() => StudyRunner.Run(new MeanStudy(), Profile.Full, folder));
    }

    [Fact]
    public void A_cancelled_study_goes_on_at_the_next_seed_and_ends_with_identical_results()
    {
        string whole = Run(new MeanStudy()).Run;
        var seen = new List<int>();
        var study = new MeanStudy(values => values.Average(), seen.Add);
        var command = StudyRunner.Command(study, Profile.Quick);

        using (var cancel = new CancellationTokenSource())
        using (var folder = _store.Start(command))
        {
            var interrupted = new MeanStudy(values => values.Average(), seed =>
            {
                seen.Add(seed);
                if (seed == 2) cancel.Cancel();
            });
            Assert.Throws<OperationCanceledException>(() => StudyRunner.Run(interrupted, Profile.Quick, folder, cancel: cancel.Token));
        }
        Assert.Equal([0, 1, 2], seen);

        using var resumed = _store.Resume(command);
        var result = StudyRunner.Run(study, Profile.Quick, resumed);
        Assert.Equal([0, 1, 2, 2, 3, 4], seen); // seed 2 was not finished
        Assert.Empty(RunComparison.Differences(whole, result.Run));
    }
}
