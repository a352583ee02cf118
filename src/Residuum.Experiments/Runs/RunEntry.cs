using System.Text.Json;
using Residuum.Numerics.Errors;

namespace Residuum.Experiments.Runs;

/// <summary>Whether a run is finished.</summary>
public enum RunState
{
    /// <summary>Finished: every file is there.</summary>
    Complete,

    /// <summary>Not finished and at rest: it can be resumed.</summary>
    Partial,

    /// <summary>Not finished; a process is at work on it.</summary>
    Running,
}

/// <summary>A run in a store.</summary>
/// <param name="Record">What its <c>run.json</c> says.</param>
/// <param name="State">Whether it is finished.</param>
/// <param name="Path">Its folder.</param>
public sealed record RunEntry(RunRecord Record, RunState State, string Path)
{
    private const long LargestFile = 256 << 20;

    /// <summary>Reads a result that <see cref="RunFolder.WriteJson{T}"/> wrote.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="name">File name.</param>
    /// <exception cref="UserError">The run has no such file, or its content is something else.</exception>
    public T ReadJson<T>(string name)
        where T : class
    {
        var file = new FileInfo(System.IO.Path.Combine(Path, RunFolder.FileName(name)));
        if (!file.Exists) throw new UserError($"this run has no {name}", Record.Id, $"a run of {Record.Command.Name}", remedy: "name another run, or start this one again");
        if (file.Length > LargestFile) throw new UserError("too large", file.FullName, $"{file.Length} bytes", $"at most {LargestFile}");
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(file.FullName), RunJson.Indented)
                ?? throw new UserError("empty", file.FullName);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw new UserError("cannot be read", file.FullName, error.Message, inner: error);
        }
    }
}
