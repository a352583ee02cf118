using System.Globalization;
using System.Numerics.Tensors;
using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Projects;

/// <summary>Single forecasts and trajectories of a solver, before anything is sought.</summary>
public static class SolverTrials
{
    /// <summary>Forecasts every sample by its own time step and compares with what was observed.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="observations">Samples to start from.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Forecasts in the order of the samples, NaN for those that failed, and the increments' size.</returns>
    public static SolverStepResult Step(ISolver solver, ObservationSet observations, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(observations);
        var forecasts = new StateBatch(solver.Layout, observations.Samples);
        var failures = new List<MemberFailure>();
        foreach (var group in Enumerable.Range(0, observations.Samples).GroupBy(sample => observations.TimeSteps[sample]))
        {
            int[] samples = [.. group];
            var forecast = solver.Run(observations.Select(samples).Starts(solver.Lags), group.Key, cancel);
            for (int i = 0; i < samples.Length; i++) forecast.States.State(i).CopyTo(forecasts.State(samples[i]));
            failures.AddRange(forecast.Failures.Select(failure => failure with { Member = samples[failure.Member] }));
        }
        string[] named = [.. failures.OrderBy(failure => failure.Member).Select(failure => $"{observations.Names[failure.Member]} {failure.Reason}")];
        return new SolverStepResult(forecasts, named, Sizes(forecasts, observations));
    }

    /// <summary>Runs a solver on from one sample.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="observations">Samples to start from.</param>
    /// <param name="sample">The sample, from 0.</param>
    /// <param name="intervals">Forecasts one after the other, each of the sample's time step.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The trajectory, from the newest start on.</returns>
    /// <exception cref="UserError">No such sample.</exception>
    /// <exception cref="SolverFailedException">The solver failed on the way.</exception>
    public static SolverRunResult Run(ISolver solver, ObservationSet observations, int sample, int intervals, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(observations);
        if (sample >= observations.Samples)
            throw new UserError("no such sample", "sample", sample.ToString(CultureInfo.InvariantCulture), $"0 to {observations.Samples - 1}");
        var path = observations.Select([sample]).Starts(solver.Lags).ToList();
        int before = path.Count - 1;
        for (int i = 0; i < intervals; i++)
        {
            var forecast = solver.Run([.. path.TakeLast(solver.Lags)], observations.TimeSteps[sample], cancel);
            if (forecast.Failures.Count > 0) throw new SolverFailedException(1, forecast.Failures);
            path.Add(forecast.States);
        }
        var states = new StateBatch(solver.Layout, intervals + 1);
        for (int i = 0; i <= intervals; i++) path[before + i].State(0).CopyTo(states.State(i));
        return new SolverRunResult(states, observations.TimeSteps[sample]);
    }

    /// <summary>Writes states as netCDF, one row a sample or time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="states">The states.</param>
    /// <param name="rows">Name of the first dimension.</param>
    /// <param name="metadata">Units and names.</param>
    /// <param name="timeStep">Where the rows are times, the time between them.</param>
    public static void Write(string path, StateBatch states, string rows, ObservationMetadata metadata, double? timeStep = null)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(metadata);
        var layout = states.Layout;
        var variables = new List<Variable> { Variable.Of("x", ["x"], [layout.Points], Enumerable.Range(0, layout.Points).Select(i => metadata.Origin + (i * layout.Spacing)).ToArray(), Unit(metadata.LengthUnit)) };
        if (timeStep is { } step) variables.Add(Variable.Of(rows, [rows], [states.Members], Enumerable.Range(0, states.Members).Select(i => i * step).ToArray(), Unit(metadata.TimeUnit)));
        for (int field = 0; field < layout.Fields.Count; field++)
        {
            double[] values = [.. Enumerable.Range(0, states.Members).SelectMany(member => states.Field(member, field).ToArray())];
            variables.Add(Variable.Of(layout.Fields[field], [rows, "x"], [states.Members, layout.Points], values, Unit(metadata.FieldUnits.Count > 0 ? metadata.FieldUnits[field] : "")));
        }
        NetCdfWriter.Write(path, new DataSet(variables, new AttributeTable { ["Conventions"] = "CF-1.8" }));
    }

    /// <summary>Root mean square of (observed - forecast) / Δt of each field over the samples that were forecast.</summary>
    private static double[] Sizes(StateBatch forecasts, ObservationSet observations)
    {
        var sizes = new double[forecasts.Layout.Fields.Count];
        for (int field = 0; field < sizes.Length; field++)
        {
            double sum = 0;
            int samples = 0;
            for (int sample = 0; sample < forecasts.Members; sample++)
            {
                double distance = TensorPrimitives.Distance<double>(forecasts.Field(sample, field), observations.Ends.Field(sample, field)) / observations.TimeSteps[sample];
                if (!double.IsFinite(distance)) continue;
                sum += distance * distance / forecasts.Layout.Points;
                samples++;
            }
            sizes[field] = Math.Sqrt(sum / samples);
        }
        return sizes;
    }

    private static AttributeTable Unit(string unit) => unit.Length == 0 ? [] : new AttributeTable { ["units"] = unit };
}
