using System.Text.Json;
using System.Text.Json.Nodes;

namespace Residuum.Experiments.Runs;

/// <summary>Whether two runs gave identical results: equal bytes in metrics, claims, figures and result files.</summary>
/// <remarks>The fields <c>seconds</c>, <c>peakBytes</c> and <c>startedAt</c> of JSON files are left out, and so are the files
/// that tell when and where a run was made: <c>run.json</c>, <c>trace.jsonl</c> and <c>report.html</c>.</remarks>
public static class RunComparison
{
    private static readonly HashSet<string> OfTheRunItself = [RunStore.RecordName, TraceLog.Name, RunFolder.ReportName];
    private static readonly HashSet<string> OfTheMoment = ["seconds", "peakBytes", "startedAt"];

    /// <summary>The files that differ or that only one run has, in order; none where the results are identical.</summary>
    /// <param name="first">Folder of a complete run.</param>
    /// <param name="second">Folder of the other.</param>
    public static IReadOnlyList<string> Differences(string first, string second)
    {
        var files = Files(first).Union(Files(second)).Order(StringComparer.Ordinal);
        return [.. files.Where(file => !AreEqual(Path.Combine(first, file), Path.Combine(second, file)))];
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !OfTheRunItself.Contains(file));

    private static bool AreEqual(string first, string second) =>
        File.Exists(first) && File.Exists(second) && Content(first).AsSpan().SequenceEqual(Content(second));

    private static byte[] Content(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (!path.EndsWith(".json", StringComparison.Ordinal)) return bytes;
        var node = JsonNode.Parse(bytes);
        RemoveMoments(node);
        return JsonSerializer.SerializeToUtf8Bytes(node, RunJson.Line);
    }

    private static void RemoveMoments(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) RemoveMoments(item);
        }
        else if (node is JsonObject fields)
        {
            foreach (string name in OfTheMoment) fields.Remove(name);
            foreach (var field in fields) RemoveMoments(field.Value);
        }
    }
}
