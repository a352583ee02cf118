using System.Text.Json;

namespace Residuum.Experiments.Runs;

/// <summary>Appends lines to <c>trace.jsonl</c> and flushes each, so that the file can be followed.</summary>
internal sealed class TraceLog : IDisposable
{
    public const string Name = "trace.jsonl";

    private readonly FileStream _file;
    private readonly Lock _gate = new();

    public TraceLog(string folder)
    {
        _file = new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        CutTornLine();
    }

    public void Append(string what, object? details)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(new { time = DateTimeOffset.UtcNow, what, details }, RunJson.Line), (byte)'\n'];
        lock (_gate)
        {
            _file.Write(line);
            _file.Flush();
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>A killed process may leave half a line at the end.</summary>
    private void CutTornLine()
    {
        long end = _file.Length;
        while (end > 0)
        {
            _file.Position = end - 1;
            if (_file.ReadByte() == '\n') break;
            end--;
        }
        _file.SetLength(end);
        _file.Position = end;
    }
}
