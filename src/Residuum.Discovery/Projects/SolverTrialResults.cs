using System.Globalization;
using System.Text.Json.Nodes;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Projects;

/// <summary>One forecast of every sample.</summary>
/// <param name="Forecasts">Forecasts, NaN for samples that failed.</param>
/// <param name="Failures">Samples that failed, with the reason.</param>
/// <param name="Increments">Root mean square of (observed - forecast) / Δt of each field.</param>
public sealed record SolverStepResult(StateBatch Forecasts, IReadOnlyList<string> Failures, IReadOnlyList<double> Increments) : IVerbResult
{
    /// <inheritdoc/>
    public void Write(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Line($"{Forecasts.Members - Failures.Count} of {Forecasts.Members} samples forecast");
        for (int field = 0; field < Increments.Count; field++)
            page.Line(string.Create(CultureInfo.InvariantCulture, $"{Forecasts.Layout.Fields[field]}: observed minus forecast, over the time step, is {Increments[field]:G4} (root mean square)"));
        foreach (string failure in Failures) page.Line(failure);
    }

    /// <inheritdoc/>
    public JsonNode ToJson() => new JsonObject
    {
        ["samples"] = Forecasts.Members,
        ["failures"] = new JsonArray([.. Failures.Select(failure => JsonValue.Create(failure))]),
        ["increments"] = new JsonObject(Increments.Select((size, field) => KeyValuePair.Create<string, JsonNode?>(Forecasts.Layout.Fields[field], double.IsFinite(size) ? JsonValue.Create(size) : null))),
    };

    /// <inheritdoc/>
    public Outcome Outcome() => Failures.Count == 0 ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.Failed;
}

/// <summary>A trajectory.</summary>
/// <param name="States">States from the start on, one a row.</param>
/// <param name="TimeStep">Time between them.</param>
public sealed record SolverRunResult(StateBatch States, double TimeStep) : IVerbResult
{
    /// <inheritdoc/>
    public void Write(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        double last = (States.Members - 1) * TimeStep;
        page.Line(string.Create(CultureInfo.InvariantCulture, $"{States.Members - 1} forecasts to time {last:G6}; values from {States.Values.Min():G4} to {States.Values.Max():G4}"));
    }

    /// <inheritdoc/>
    public JsonNode ToJson() => new JsonObject
    {
        ["forecasts"] = States.Members - 1,
        ["timeStep"] = TimeStep,
        ["lowest"] = States.Values.Min(),
        ["highest"] = States.Values.Max(),
    };
}
