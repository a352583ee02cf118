using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.TwoLayer;
using Residuum.Numerics;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Verbs;

/// <summary>Runs the model as given and the corrected one from observed states to the next observed times, and compares at the sensors.</summary>
/// <param name="project">The project.</param>
/// <param name="result">What was found.</param>
internal sealed class FlowForecasts(FlowProject project, TwoLayerResult result)
{
    private readonly TwoLayerForecast _given = new(project.Model, project.Library, [.. result.Correction.Select(layer => new double[layer.Length])], project.Options.Method.Scheme);
    private readonly TwoLayerForecast _corrected = new(project.Model, project.Library, result.Correction, project.Options.Method.Scheme);

    /// <summary>The comparison; nothing where no forecast was asked for.</summary>
    /// <exception cref="NonFiniteException">A forecast overflowed.</exception>
    public FlowForecastRecord? Compare(FlowSplit split, IProgress<Progress> progress, CancellationToken cancel)
    {
        if (project.Options.Validation.Horizon == 0) return null;
        var (within, beyond) = (new LeadErrors(), new LeadErrors());
        var next = Observed().OrderBy(pair => pair.Start).ToList();
        int done = 0, all = split.Judges.Sum(group => group.Pairs);
        foreach (var group in split.Judges)
        {
            double[] states = project.Interpolator.Fit(group.Sensors, group.Values, project.Options.Method.Seed, null, cancel).Values;
            for (int pair = 0; pair < group.Pairs; pair++)
            {
                progress.Report(new Progress("forecasts", (double)done++ / all));
                Judge(within, State(states, 2 * pair), new Target(group, pair, 1, group.Interval), cancel);
                if (group.Times.Count == 0) continue;
                double from = group.Times[pair];
                var later = next.FirstOrDefault(other => other.Start - from > group.Interval && other.Start - from <= project.Options.Validation.Horizon);
                if (later.Group is not null) Judge(beyond, State(states, (2 * pair) + 1), new Target(later.Group, later.Pair, 0, later.Start - from), cancel);
            }
        }
        return new FlowForecastRecord { HeldOut = split.HeldOut > 0, Leads = [.. new[] { within, beyond }.Where(lead => lead.Forecasts > 0).Select(lead => lead.Mean())] };
    }

    private IEnumerable<(SensorGroup? Group, int Pair, double Start)> Observed() =>
        project.Observations.Groups.Where(group => group.Times.Count > 0)
            .SelectMany(group => Enumerable.Range(0, group.Pairs).Select(pair => ((SensorGroup?)group, pair, group.Times[pair] - group.Interval)));

    private void Judge(LeadErrors errors, double[] start, Target target, CancellationToken cancel) =>
        errors.Add(target.Lead, Errors(_given.Run(start, target.Lead, cancel), target), Errors(_corrected.Run(start, target.Lead, cancel), target), Errors(start, target));

    private double[] State(double[] states, int snapshot) => states.AsSpan(snapshot * 2 * project.Model.Grid.Points, 2 * project.Model.Grid.Points).ToArray();

    /// <summary>Mean square at the sensors over the variance of the readings, each layer.</summary>
    private static double[] Errors(double[] psi, Target target)
    {
        var group = target.Group;
        double[] at = new GridFields(group.Sensors.Grid, psi).At(group.Sensors.X, group.Sensors.Y);
        var errors = new double[2];
        for (int layer = 0; layer < 2; layer++)
        {
            var readings = group.Values.Field((2 * target.Pair) + target.Instant, layer);
            double mean = 0, variance = 0, missed = 0;
            foreach (double reading in readings) mean += reading / readings.Length;
            for (int i = 0; i < readings.Length; i++)
            {
                variance += (readings[i] - mean) * (readings[i] - mean);
                double error = at[(layer * readings.Length) + i] - readings[i];
                missed += error * error;
            }
            errors[layer] = missed / variance;
        }
        return errors;
    }

    /// <summary>Readings that a forecast is compared with.</summary>
    private sealed record Target(SensorGroup Group, int Pair, int Instant, double Lead);

    /// <summary>Mean squares at one lead.</summary>
    private sealed class LeadErrors
    {
        private readonly double[] _given = new double[2], _corrected = new double[2], _unchanged = new double[2];
        private double _time;

        public int Forecasts { get; private set; }

        public void Add(double time, double[] given, double[] corrected, double[] unchanged)
        {
            Forecasts++;
            _time += time;
            for (int layer = 0; layer < 2; layer++)
            {
                _given[layer] += given[layer];
                _corrected[layer] += corrected[layer];
                _unchanged[layer] += unchanged[layer];
            }
        }

        public FlowLead Mean() => new(_time / Forecasts, Forecasts, Roots(_given), Roots(_corrected), Roots(_unchanged));

        private double[] Roots(double[] sums) => [.. sums.Select(sum => Math.Sqrt(sum / Forecasts))];
    }
}
