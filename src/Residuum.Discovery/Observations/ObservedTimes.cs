using System.Globalization;
using Residuum.Data.Arrays;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>Finds which frames make a sample, its time step and its end, in the model's unit of time.</summary>
/// <param name="data">The file.</param>
/// <param name="options">Step, lags and overlap.</param>
/// <param name="units">The model's units.</param>
internal sealed class ObservedTimes(DataSet data, ObservationOptions options, ObservedUnits units)
{
    private const double EqualSteps = 1e-3; // steps within a sample may differ by this part

    private static readonly string[] TimeNames = ["time", "t"], StepNames = ["dt", "time_step"];

    /// <summary>Samples of a variable <c>[time, x]</c>.</summary>
    public (IReadOnlyList<int[]> Groups, double[] Steps, double[] Ends, string Unit) Series(Variable field)
    {
        var dimension = field.Dimensions[0];
        double[] times;
        string unit = options.TimeUnit, name = dimension.Name;
        if ((data.TryGet(name, out var axis) || data.TryGet("time", out axis)) && axis.Rank == 1 && axis.Count == dimension.Length)
        {
            (times, unit) = units.Time(axis);
        }
        else if (options.TimeStep > 0)
        {
            times = [.. Enumerable.Range(0, checked((int)dimension.Length)).Select(i => i * options.TimeStep)];
        }
        else
        {
            throw Unknown(field);
        }
        var (groups, steps, ends) = TimeSeriesCut.Cut(times, options.Lags, options.Overlap, $"{data.Source}: {name}");
        return (groups, steps, ends, unit);
    }

    /// <summary>Samples of a variable <c>[sample, lag, ...]</c>.</summary>
    public (IReadOnlyList<int[]> Groups, double[] Steps, double[] Ends, string Unit) Samples(Variable field)
    {
        int samples = checked((int)field.Shape[0]), states = (int)field.Shape[1];
        int[][] groups = [.. Enumerable.Range(0, samples).Select(sample => Enumerable.Range(sample * states, states).ToArray())];
        var time = Find(TimeNames, variable => variable.Rank is 1 or 2 && variable.Shape[0] == samples);
        if (time is { Rank: 2 } && time.Shape[1] == states)
        {
            var (times, unit) = units.Time(time);
            double[] within = WithinSamples(times, states, time.Name);
            if (StepVariable(samples) is { } stated) within = PerSample(stated, samples).Steps; // without the rounding of differences of large times
            return (groups, within, [.. Enumerable.Range(1, samples).Select(sample => times[(sample * states) - 1])], unit);
        }
        var (steps, stepUnit) = Steps(field, samples);
        var ends = new double[samples];
        if (time is { Rank: 1 }) ends = units.Time(time).Values;
        return (groups, steps, ends, stepUnit);
    }

    /// <summary>The time step where the states' own times are not in the file.</summary>
    private (double[] Steps, string Unit) Steps(Variable field, int samples)
    {
        if (options.TimeStep > 0) return (Repeated(options.TimeStep, samples), options.TimeUnit);
        if (StepVariable(samples) is { } variable) return PerSample(variable, samples);
        string lagName = field.Dimensions[1].Name;
        if (data.TryGet(lagName, out var lags) && lags.Rank == 1 && lags.Units is { Length: > 0 })
        {
            var (offsets, unit) = units.Time(lags);
            return (Repeated(WithinSamples(offsets, offsets.Length, lagName)[0], samples), unit);
        }
        double? stated = StepNames.Select(name => field.Attributes.Number(name) ?? data.Attributes.Number(name)).FirstOrDefault(number => number is not null);
        return stated is { } step ? (Positive(Repeated(step, samples), "attribute time_step"), options.TimeUnit) : throw Unknown(field);
    }

    private Variable? StepVariable(int samples) => Find(StepNames, variable => variable.Count == 1 || (variable.Rank == 1 && variable.Count == samples));

    private (double[] Steps, string Unit) PerSample(Variable variable, int samples)
    {
        var (values, unit) = units.Time(variable);
        return (Positive(values.Length == 1 ? Repeated(values[0], samples) : values, variable.Name), unit);
    }

    /// <summary>The equal steps between the times of each sample.</summary>
    private double[] WithinSamples(double[] times, int states, string name)
    {
        var steps = new double[times.Length / states];
        for (int sample = 0; sample < steps.Length; sample++)
        {
            var own = times.AsSpan(sample * states, states);
            steps[sample] = (own[^1] - own[0]) / (states - 1);
            for (int lag = 1; lag < states; lag++)
            {
                if (Math.Abs(own[lag] - own[lag - 1] - steps[sample]) <= EqualSteps * Math.Abs(steps[sample])) continue;
                throw new UserError("the times of a sample are not equally spaced", $"{data.Source}: {name}",
                    string.Create(CultureInfo.InvariantCulture, $"sample {sample}: {own[lag] - own[lag - 1]:G6}"), string.Create(CultureInfo.InvariantCulture, $"{steps[sample]:G6}"));
            }
        }
        return TimeSeriesCut.Snapped(Positive(steps, name));
    }

    private double[] Positive(double[] steps, string name)
    {
        int wrong = Array.FindIndex(steps, step => !(step > 0) || !double.IsFinite(step));
        return wrong < 0 ? steps : throw new UserError("the time step is not above 0", $"{data.Source}: {name}",
            string.Create(CultureInfo.InvariantCulture, $"{steps[wrong]:G6} in sample {wrong}"), remedy: "order the states of a sample oldest first");
    }

    private Variable? Find(IEnumerable<string> names, Func<Variable, bool> fits) =>
        names.Select(name => data.TryGet(name, out var variable) && fits(variable) ? variable : null).FirstOrDefault(variable => variable is not null);

    private UserError Unknown(Variable field) => new(
        "the time step is not known", $"{data.Source}: {field.Name}", remedy: "set 'time-step' under observations, or write 'time' or 'dt' into the file");

    private static double[] Repeated(double value, int count) => [.. Enumerable.Repeat(value, count)];
}
