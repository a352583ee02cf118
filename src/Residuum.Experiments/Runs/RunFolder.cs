using System.Diagnostics;
using System.Text.RegularExpressions;
using Residuum.Data.Bytes;
using Residuum.Experiments.Figures;
using Residuum.Experiments.Reports;

namespace Residuum.Experiments.Runs;

/// <summary>The folder of a run while it is written: <c>.partial-&lt;id&gt;</c> until <see cref="Complete"/> renames it in one step.</summary>
/// <remarks>Killed at any moment it leaves a partial folder that <see cref="RunStore.Resume"/> goes on with. Every file in it is whole;
/// only <c>trace.jsonl</c> grows, line by line. One thread writes at a time; <see cref="Trace"/> may be called from any.</remarks>
public sealed partial class RunFolder : IDisposable
{
    /// <summary>Name of the report in the folder.</summary>
    public const string ReportName = "report.html";

    private const string Checkpoints = "checkpoints", Figures = "figures";

    private readonly string _root;
    private readonly RunLock _lock;
    private readonly TraceLog _trace;
    private readonly List<Metric> _metrics = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private double _secondsBefore;
    private bool _complete;

    internal RunFolder(string root, RunRecord record, RunLock held)
    {
        (_root, Record, _lock) = (root, record, held);
        Path = RunStore.PartialPath(root, record.Id);
        AtomicFile.DeleteTemporaries(Path);
        _trace = new TraceLog(Path);
    }

    /// <summary>Where the files are: the partial folder, and the final one after <see cref="Complete"/>.</summary>
    public string Path { get; private set; }

    /// <summary>What <c>run.json</c> says.</summary>
    public RunRecord Record { get; private set; }

    /// <summary>Name of the run.</summary>
    public string Id => Record.Id;

    /// <summary>Seconds of work so far, over all parts of a resumed run.</summary>
    public double Seconds => _secondsBefore + _clock.Elapsed.TotalSeconds;

    /// <summary>Checks that a text is a plain file name that every system takes.</summary>
    /// <param name="name">Letters, digits, points, hyphens and underscores; no point at its ends.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">Something else.</exception>
    public static string FileName(string name) => FileNamePattern().IsMatch(name)
        ? name
        : throw new ArgumentException($"'{name}' is no plain file name of letters, digits, points, hyphens and underscores", nameof(name));

    /// <summary>Writes a result file, whole or not at all.</summary>
    /// <param name="name">File name, without a folder.</param>
    /// <param name="write">Writes its content.</param>
    public void Write(string name, Action<Stream> write) => AtomicFile.Write(PathTo(name), write);

    /// <summary>Writes a result file, whole or not at all.</summary>
    /// <param name="name">File name, without a folder.</param>
    /// <param name="bytes">Its content.</param>
    public void Write(string name, ReadOnlySpan<byte> bytes) => AtomicFile.Write(PathTo(name), bytes);

    /// <summary>Writes a result as JSON, with camel-case keys.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="name">File name, such as <c>result.json</c>.</param>
    /// <param name="value">The result.</param>
    public void WriteJson<T>(string name, T value) => Write(name, RunJson.Bytes(value));

    /// <summary>Path of a result file, for writers that need one; they must replace the file in one step themselves.</summary>
    /// <param name="name">File name, without a folder.</param>
    public string PathTo(string name) => System.IO.Path.Combine(Path, FileName(name));

    /// <summary>Draws a figure as <c>figures/&lt;name&gt;.svg</c> and <c>.png</c>.</summary>
    /// <param name="name">File name without ending.</param>
    /// <param name="figure">The figure.</param>
    public void Draw(string name, Figure figure)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, Figures));
        AtomicFile.Write(FigurePath(name, ".svg"), System.Text.Encoding.UTF8.GetBytes(FigureWriter.Svg(figure)));
        AtomicFile.Write(FigurePath(name, ".png"), FigureWriter.Png(figure));
    }

    /// <summary>A figure that was drawn, as SVG, for the report.</summary>
    /// <param name="name">File name without ending.</param>
    public string Svg(string name) => File.ReadAllText(FigurePath(name, ".svg"));

    /// <summary>What a reader needs to repeat the run, as the last block of its report.</summary>
    public Details Provenance() => new(
        "How this was made",
        new Facts(
        [
            ("run", Record.FolderName),
            ("command", Record.Command.CommandLine.Length > 0 ? Record.Command.CommandLine : Record.Command.Name),
            .. Record.Command.Options.Select(option => (option.Key, option.Value)),
            ("seeds", string.Join(", ", Record.Command.Seeds)),
            ("started", Record.StartedAt.UtcDateTime.ToString("u", System.Globalization.CultureInfo.InvariantCulture)),
            ("Residuum", Record.Version),
            ("runtime", Record.Runtime),
            ("machine", Record.Machine),
        ]));

    /// <summary>Keeps a row for <c>metrics.parquet</c>.</summary>
    /// <param name="metric">The row.</param>
    public void Add(Metric metric) => _metrics.Add(metric);

    /// <summary>Appends a line to <c>trace.jsonl</c>.</summary>
    /// <param name="what">What happened.</param>
    /// <param name="details">A record or an anonymous object with the details.</param>
    public void Trace(string what, object? details = null) => _trace.Append(what, details);

    /// <summary>Keeps a state to go on from, with the metrics so far; replaces the last one of this name in one step.</summary>
    /// <param name="name">File name.</param>
    /// <param name="state">The state.</param>
    public void Checkpoint(string name, ReadOnlySpan<byte> state)
    {
        string path = System.IO.Path.Combine(Path, Checkpoints, FileName(name));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        CheckpointFile.Write(path, Seconds, _metrics, state);
    }

    /// <summary>The state that a checkpoint kept, null if there is none; puts the metrics back as they were then.</summary>
    /// <param name="name">File name.</param>
    public byte[]? Restore(string name)
    {
        string path = System.IO.Path.Combine(Path, Checkpoints, FileName(name));
        if (!File.Exists(path)) return null;
        var (seconds, metrics, state) = CheckpointFile.Read(path);
        _metrics.Clear();
        _metrics.AddRange(metrics);
        _secondsBefore = seconds;
        return state;
    }

    /// <summary>Writes the last files and renames the folder: before it the run is partial, after it complete.</summary>
    /// <returns>The final path.</returns>
    public string Complete()
    {
        Trace("complete");
        _trace.Dispose();
        MetricFile.Write(System.IO.Path.Combine(Path, MetricFile.Name), _metrics);
        Record = Record with { Seconds = Seconds, PeakBytes = PeakMemory.Bytes() };
        RunStore.WriteRecord(Path, Record);
        string checkpoints = System.IO.Path.Combine(Path, Checkpoints);
        if (Directory.Exists(checkpoints)) Directory.Delete(checkpoints, recursive: true);

        string final = System.IO.Path.Combine(_root, Record.Command.Name, Record.FolderName);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(final)!);
        Directory.Move(Path, final);
        Path = final;
        _complete = true;
        return final;
    }

    /// <summary>Lets go of the run; one that is not complete stays as a partial run that can be resumed.</summary>
    public void Dispose()
    {
        _trace.Dispose();
        _lock.Dispose();
        if (_complete) File.Delete(RunLock.PathOf(_root, Id));
    }

    private string FigurePath(string name, string ending) => System.IO.Path.Combine(Path, Figures, FileName(name) + ending);

    [GeneratedRegex("^[A-Za-z0-9_-]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$")]
    private static partial Regex FileNamePattern();
}
