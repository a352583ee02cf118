using System.Text.Json.Nodes;
using Residuum.Discovery.Observations;
using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Projects;

/// <summary>A project file that was written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Observations">The observations that it names.</param>
public sealed record InitResult(string Path, ObservationSet Observations) : IVerbResult
{
    /// <inheritdoc/>
    public void Write(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Line($"{Path}: {Observations.Samples} samples of {string.Join(", ", Observations.Layout.Fields)} on {Observations.Layout.Points} points");
        foreach (var dropped in Observations.Quality.Dropped) page.Line($"{dropped.Name} would be dropped: {dropped.Reason}");
        page.Line($"choose the model in it, then: residuum discover run {Path}");
    }

    /// <inheritdoc/>
    public JsonNode ToJson() => new JsonObject
    {
        ["project"] = Path,
        ["samples"] = Observations.Samples,
        ["points"] = Observations.Layout.Points,
        ["fields"] = new JsonArray([.. Observations.Layout.Fields.Select(field => JsonValue.Create(field))]),
        ["dropped"] = new JsonArray([.. Observations.Quality.Dropped.Select(dropped => new JsonObject { ["sample"] = dropped.Sample, ["name"] = dropped.Name, ["reason"] = dropped.Reason })]),
    };
}
