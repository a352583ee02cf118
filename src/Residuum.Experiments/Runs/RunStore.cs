using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Residuum.Data.Bytes;
using Residuum.Numerics.Errors;

namespace Residuum.Experiments.Runs;

/// <summary>A folder of runs: complete ones as <c>&lt;name&gt;/&lt;time&gt;-&lt;id&gt;</c>, unfinished ones as <c>.partial-&lt;id&gt;</c>.</summary>
/// <param name="root">The folder; made when the first run starts.</param>
public sealed class RunStore(string root)
{
    internal const string RecordName = "run.json";

    private const string PartialPrefix = ".partial-", NewPrefix = ".new-", LockPrefix = ".lock-";
    private const long LargestRecord = 16 << 20;
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromHours(1);

    /// <summary>The folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Starts a run, or goes on with one, as the user asked.</summary>
    /// <param name="command">What runs.</param>
    /// <param name="resume">Null for a run of its own; the run to go on with, or nothing for the latest that fits.</param>
    /// <exception cref="UserError">There is none to go on with, it runs at this moment, or its options are others.</exception>
    public RunFolder Open(RunCommand command, string? resume) =>
        resume is null ? Start(command) : Resume(command, resume.Length == 0 ? null : resume);

    /// <summary>Starts a run of its own; any number may run at the same time.</summary>
    /// <param name="command">What runs.</param>
    public RunFolder Start(RunCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        Directory.CreateDirectory(Root);
        DeleteLeftovers();
        while (true)
        {
            string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            if (Path.Exists(RunLock.PathOf(Root, id)) || Directory.Exists(PartialPath(Root, id)) || !RunLock.TryTake(Root, id, out var held)) continue;
            var record = new RunRecord { Id = id, Command = command, StartedAt = DateTimeOffset.UtcNow };
            string young = Path.Combine(Root, NewPrefix + id); // becomes a partial run only with its record in it
            Directory.CreateDirectory(young);
            WriteRecord(young, record);
            Directory.Move(young, PartialPath(Root, id));
            return new RunFolder(Root, record, held);
        }
    }

    /// <summary>Goes on with a partial run of the same command, options and seeds.</summary>
    /// <param name="command">What runs.</param>
    /// <param name="id">The run, or null for the latest that fits.</param>
    /// <exception cref="UserError">There is none, it runs at this moment, or its options are others.</exception>
    public RunFolder Resume(RunCommand command, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        var unfinished = List().Where(run => run.State != RunState.Complete).ToList();
        var named = unfinished.Where(run => id is null ? run.Record.Command.Name == command.Name : run.Record.Id == id).ToList();
        if (named.Count == 0)
        {
            throw new UserError(
                "there is no unfinished run to resume", id ?? command.Name, expected: $"one of: {Names(unfinished)}", remedy: "start it without --resume");
        }
        var fitting = named.Where(run => Difference(command, run.Record) is null).ToList();
        if (fitting.Count == 0)
        {
            throw new UserError(
                "the unfinished run has other options", named[^1].Record.Id, Difference(command, named[^1].Record), remedy: "give the same options, or start a new run without --resume");
        }
        foreach (var run in Enumerable.Reverse(fitting))
        {
            if (TryOpen(run.Record.Id) is { } open) return open;
        }
        throw new UserError("the run is running now", fitting[^1].Record.Id, remedy: "wait for it, or start a new run without --resume");
    }

    /// <summary>All runs, the oldest first. Folders without a readable record are left out.</summary>
    public IReadOnlyList<RunEntry> List()
    {
        if (!Directory.Exists(Root)) return [];
        var runs = new List<RunEntry>();
        foreach (string folder in Directory.EnumerateDirectories(Root))
        {
            string name = Path.GetFileName(folder);
            if (name.StartsWith(PartialPrefix, StringComparison.Ordinal))
            {
                string id = name[PartialPrefix.Length..];
                if (ReadRecord(folder) is { } record && record.Id == id)
                    runs.Add(new RunEntry(record, RunLock.IsHeld(Root, id) ? RunState.Running : RunState.Partial, folder));
            }
            else if (!name.StartsWith('.'))
            {
                runs.AddRange(Directory.EnumerateDirectories(folder)
                    .Select(path => (path, record: ReadRecord(path)))
                    .Where(run => run.record is not null)
                    .Select(run => new RunEntry(run.record!, RunState.Complete, run.path)));
            }
        }
        return [.. runs.OrderBy(run => run.Record.StartedAt).ThenBy(run => run.Record.Id, StringComparer.Ordinal)];
    }

    /// <summary>One run.</summary>
    /// <param name="id">Its name or the beginning of it, or <c>latest</c>.</param>
    /// <exception cref="UserError">There is none, or several begin so.</exception>
    public RunEntry Show(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var runs = List();
        var found = id == "latest" ? runs.TakeLast(1).ToList() : [.. runs.Where(run => run.Record.Id.StartsWith(id, StringComparison.Ordinal))];
        return found.Count == 1
            ? found[0]
            : throw new UserError(found.Count == 0 ? "there is no such run" : "several runs begin so", id, expected: $"one of: {Names(found.Count == 0 ? runs : found)}");
    }

    /// <summary>The latest complete run of a name, null if there is none.</summary>
    /// <param name="name">Slug of the study, or command.</param>
    /// <param name="accepts">Which runs count; null for all.</param>
    public RunEntry? Latest(string name, Func<RunRecord, bool>? accepts = null) =>
        List().LastOrDefault(run => run.State == RunState.Complete && run.Record.Command.Name == name && accepts?.Invoke(run.Record) != false);

    internal static string PartialPath(string root, string id) => Path.Combine(root, PartialPrefix + id);

    internal static void WriteRecord(string folder, RunRecord record) => AtomicFile.Write(Path.Combine(folder, RecordName), RunJson.Bytes(record));

    /// <summary>Another build may give other numbers, so that the parts would not belong together.</summary>
    private static string? Difference(RunCommand command, RunRecord found) =>
        command.DifferenceTo(found.Command)
        ?? (found.Version == RunRecord.ProductVersion ? null : $"version {found.Version} there, {RunRecord.ProductVersion} here");

    private static string Names(IReadOnlyList<RunEntry> runs) =>
        runs.Count == 0 ? "none here" : string.Join(", ", runs.TakeLast(5).Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.Record.Id} ({run.Record.Command.Name})")));

    private static RunRecord? ReadRecord(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, RecordName));
        try
        {
            return file.Exists && file.Length <= LargestRecord
                ? JsonSerializer.Deserialize<RunRecord>(File.ReadAllBytes(file.FullName), RunJson.Indented)
                : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or UserError)
        {
            return null;
        }
    }

    private RunFolder? TryOpen(string id)
    {
        if (!RunLock.TryTake(Root, id, out var held)) return null;
        string folder = PartialPath(Root, id);
        if (ReadRecord(folder) is not { } record) // another process completed it between the listing and the lock
        {
            held.Dispose();
            File.Delete(RunLock.PathOf(Root, id));
            return null;
        }
        record = record with { Resumed = record.Resumed + 1 };
        WriteRecord(folder, record);
        var run = new RunFolder(Root, record, held);
        run.Trace("resumed", new { times = record.Resumed });
        return run;
    }

    /// <summary>Deletes what processes left that were killed in the first or the last instant of a run.</summary>
    private void DeleteLeftovers()
    {
        DateTime before = DateTime.UtcNow - LeftoverAge; // old enough that no process is at work on it
        try
        {
            foreach (string folder in Directory.EnumerateDirectories(Root, NewPrefix + "*"))
            {
                if (Directory.GetLastWriteTimeUtc(folder) < before) Directory.Delete(folder, recursive: true);
            }
            foreach (string file in Directory.EnumerateFiles(Root, LockPrefix + "*"))
            {
                string id = Path.GetFileName(file)[LockPrefix.Length..];
                if (File.GetLastWriteTimeUtc(file) < before && !Directory.Exists(PartialPath(Root, id)) && !RunLock.IsHeld(Root, id)) File.Delete(file);
            }
        }
        catch (IOException)
        {
            // Another process deletes the same leftovers; the next start looks again.
        }
    }
}
