using System.Globalization;
using System.Numerics.Tensors;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;
using Residuum.Numerics;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary>Runs a solver on from an observed sample and writes the trajectory.</summary>
internal static class Forecasting
{
    public static StatesWritten Write(ISolver solver, ObservationSet set, ForecastOptions options, string history, IProgress<Progress> progress, CancellationToken cancel)
    {
        if (options.Sample >= set.Samples)
            throw new UserError("no such sample", "--forecast-sample", Text(options.Sample), $"[0, {set.Samples - 1}]");
        var sample = set.Select([options.Sample]);
        double interval = sample.TimeSteps[0], start = sample.Times[0];
        var trajectory = new Trajectory(solver, sample.States, interval);
        var states = new StateBatch(set.Layout, options.Steps + 1);
        sample.Ends.State(0).CopyTo(states.State(0));
        for (int step = 1; step <= options.Steps; step++)
        {
            var now = trajectory.Next(cancel).State(0);
            if (!TensorPrimitives.IsFiniteAll<double>(now)) throw new NonFiniteException($"the forecast, at step {step}");
            now.CopyTo(states.State(step));
            progress.Report(new Progress("forecast", (double)step / options.Steps));
        }
        StateFile.Write(options.Output, states, "time", [.. Enumerable.Range(0, options.Steps + 1).Select(step => start + (step * interval))], history, set.Metadata);
        return new StatesWritten(options.Output, options.Steps + 1, options.Steps * interval);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Where a trajectory starts and ends.</summary>
internal sealed record ForecastOptions
{
    [Option("Observed sample that the trajectory starts from, from 0.", Range = "[0, inf)")]
    public int Sample { get; init => field = Require.Declared(this, value); }

    [Option("States of the trajectory, a time step of the sample apart.", Range = "[1, 10000000]")]
    public int Steps { get; init => field = Require.Declared(this, value); } = 200;

    [Option("File of the trajectory, netCDF classic.", Value = "FILE")]
    public string Output { get; init; } = "forecast.nc";
}

/// <summary>States that were written.</summary>
internal sealed record StatesWritten(string File, int States, double Time) : IVerbResult
{
    public void Write(IPage page) => page.Line(File);
}
