using System.Text.Json;
using ParquetSharp;
using Residuum.Experiments.Runs;
using Residuum.Numerics.Errors;

namespace Residuum.Experiments.Tests.Runs;

public sealed class RunStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunStore _store;

    public RunStoreTests() => _store = new RunStore(_folder.File("runs"));

    public void Dispose() => _folder.Dispose();

    private static RunCommand Command(string passes = "4") => new("toy", new Dictionary<string, string> { ["passes"] = passes }) { Seeds = [1, 2] };

    [Fact]
    public void A_run_is_running_then_partial_when_let_go_then_complete_when_finished()
    {
        using (var run = _store.Start(Command()))
        {
            Assert.Equal(RunState.Running, Assert.Single(_store.List()).State);
            Assert.StartsWith(".partial-", Path.GetFileName(run.Path), StringComparison.Ordinal);
        }
        Assert.Equal(RunState.Partial, Assert.Single(_store.List()).State);

        string final;
        using (var run = _store.Resume(Command())) final = run.Complete();

        var complete = Assert.Single(_store.List());
        Assert.Equal((RunState.Complete, final), (complete.State, complete.Path));
        Assert.Equal(1, complete.Record.Resumed);
        Assert.Equal("toy", Path.GetFileName(Path.GetDirectoryName(final)));
        Assert.EndsWith(complete.Record.Id, final, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_store.Root, ".*"));
    }

    [Fact]
    public void A_complete_run_has_its_record_metrics_trace_and_results()
    {
        using var run = _store.Start(Command());
        run.Add(new Metric(3, "error", 0.25, 1));
        run.Add(new Metric(4, "error", double.NaN, 2));
        run.Trace("pass", new { pass = 3, error = 0.25 });
        run.WriteJson("result.json", new { Terms = 1 });
        string path = run.Complete();

        using var metrics = new ParquetFileReader(Path.Combine(path, "metrics.parquet"));
        using var rows = metrics.RowGroup(0);
        Assert.Equal([3L, 4L], rows.Column(0).LogicalReader<long>().ReadAll(2));
        Assert.Equal(["error", "error"], rows.Column(1).LogicalReader<string>().ReadAll(2));
        Assert.Equal([0.25, double.NaN], rows.Column(2).LogicalReader<double>().ReadAll(2));
        Assert.Equal([1, 2], rows.Column(3).LogicalReader<int>().ReadAll(2));

        var lines = File.ReadAllLines(Path.Combine(path, "trace.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["pass", "complete"], lines.Select(line => line.GetProperty("what").GetString()));
        Assert.Equal(3, lines[0].GetProperty("details").GetProperty("pass").GetInt32());

        var record = _store.Show("latest").Record;
        Assert.True(record.Seconds > 0);
        Assert.True(record.PeakBytes > 1 << 20);
        Assert.Equal("4", record.Command.Options["passes"]);
        Assert.Equal("{\n  \"terms\": 1\n}\n", File.ReadAllText(Path.Combine(path, "result.json")));
    }

    [Fact]
    public void The_trace_can_be_followed_while_the_run_runs()
    {
        using var run = _store.Start(Command());
        run.Trace("first");
        using var follower = new FileStream(Path.Combine(run.Path, "trace.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(follower);
        Assert.Contains("\"first\"", reader.ReadLine(), StringComparison.Ordinal);
        run.Trace("second");
        Assert.Contains("\"second\"", reader.ReadLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_resumed_run_gets_back_its_state_with_the_metrics_of_that_moment()
    {
        using (var run = _store.Start(Command()))
        {
            run.Add(new Metric(1, "error", 0.5, 1));
            run.Checkpoint("state", [1, 2, 3]);
            run.Add(new Metric(2, "error", 0.4, 1)); // after the checkpoint: lost, and measured again
        }
        using var resumed = _store.Resume(Command());
        Assert.Equal([1, 2, 3], resumed.Restore("state"));
        Assert.Null(resumed.Restore("other"));
        string path = resumed.Complete();

        using var metrics = new ParquetFileReader(Path.Combine(path, "metrics.parquet"));
        Assert.Equal(1, metrics.FileMetaData.NumRows);
        Assert.False(Directory.Exists(Path.Combine(path, "checkpoints")));
    }

    [Fact]
    public void Resume_refuses_other_options_other_seeds_a_running_run_and_nothing()
    {
        Assert.Contains("no unfinished run", Assert.Throws<UserError>(() => _store.Resume(Command())).Message, StringComparison.Ordinal);

        string id;
        using (var run = _store.Start(Command()))
        {
            id = run.Id;
            Assert.Contains("running now", Assert.Throws<UserError>(() => _store.Resume(Command())).Message, StringComparison.Ordinal);
        }
        Assert.Contains("passes = 4 there, 7 here", Assert.Throws<UserError>(() => _store.Resume(Command("7"))).Message, StringComparison.Ordinal);
        Assert.Contains("passes = 4 there, 7 here", Assert.Throws<UserError>(() => _store.Resume(Command("7"), id)).Message, StringComparison.Ordinal);
        Assert.Contains("seeds 1 2 there, 9 here", Assert.Throws<UserError>(() => _store.Resume(Command() with { Seeds = [9] })).Message, StringComparison.Ordinal);
        Assert.Contains(id, Assert.Throws<UserError>(() => _store.Resume(Command(), "ffff")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_takes_the_latest_run_with_these_options_or_the_named_one()
    {
        string old, other, latest;
        using (var run = _store.Start(Command())) old = run.Id;
        using (var run = _store.Start(Command())) latest = run.Id;
        using (var run = _store.Start(Command("7"))) other = run.Id;

        using (var run = _store.Resume(Command())) Assert.Equal(latest, run.Id);
        using (var run = _store.Resume(Command(), old)) Assert.Equal(old, run.Id);
        using (var run = _store.Resume(Command("7"))) Assert.Equal(other, run.Id);
    }

    [Fact]
    public void Runs_at_the_same_time_do_not_disturb_each_other()
    {
        Parallel.For(0, 16, i =>
        {
            using var run = _store.Start(Command());
            run.Add(new Metric(i, "index", i, 0));
            run.WriteJson("result.json", i);
            run.Complete();
        });

        var runs = _store.List();
        Assert.Equal(16, runs.Count);
        Assert.All(runs, run => Assert.Equal(RunState.Complete, run.State));
        Assert.Equal(Enumerable.Range(0, 16), runs.Select(run => int.Parse(File.ReadAllText(Path.Combine(run.Path, "result.json")), null)).Order());
    }

    [Fact]
    public void Two_that_resume_the_same_run_get_it_once()
    {
        _store.Start(Command()).Dispose();
        var taken = new System.Collections.Concurrent.ConcurrentBag<RunFolder>();
        int refused = 0;
        Parallel.For(0, 4, _ =>
        {
            try
            {
                taken.Add(_store.Resume(Command()));
            }
            catch (UserError)
            {
                Interlocked.Increment(ref refused);
            }
        });
        Assert.Equal(3, refused);
        Assert.Single(taken).Dispose();
    }

    [Fact]
    public void What_a_killed_process_left_is_no_broken_run()
    {
        Directory.CreateDirectory(Path.Combine(_store.Root, ".new-0badcafe")); // killed before its record was written
        File.WriteAllText(Path.Combine(_store.Root, ".lock-0badcafe"), "");
        Directory.CreateDirectory(Path.Combine(_store.Root, "toy", "20200101T000000Z-0badcafe")); // no record at all
        Assert.Empty(_store.List());

        using (var run = _store.Start(Command()))
        {
            File.AppendAllText(Path.Combine(run.Path, ".metrics.parquet.1234.partial"), "half");
        }
        string trace = Path.Combine(Assert.Single(_store.List()).Path, "trace.jsonl");
        File.AppendAllText(trace, "{\"time\":\"2020-01-01T00:00:00Z\",\"wh"); // killed in the middle of a line

        using var resumed = _store.Resume(Command());
        string path = resumed.Complete();
        Assert.All(File.ReadAllLines(Path.Combine(path, "trace.jsonl")), line => JsonDocument.Parse(line));
        Assert.Empty(Directory.GetFiles(path, "*.partial"));
    }

    [Fact]
    public void A_damaged_checkpoint_is_an_error_with_its_byte()
    {
        using var run = _store.Start(Command());
        run.Checkpoint("state", new byte[100]);
        string file = Path.Combine(run.Path, "checkpoints", "state");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..40]);
        Assert.Contains("byte", Assert.Throws<UserError>(() => run.Restore("state")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("c:d")]
    public void A_result_has_a_plain_file_name(string name)
    {
        using var run = _store.Start(Command());
        Assert.Throws<ArgumentException>(() => run.Write(name, [1]));
    }

    [Fact]
    public void A_run_has_a_plain_name() => Assert.Throws<UserError>(() => new RunCommand("../x", new Dictionary<string, string>()));
}
