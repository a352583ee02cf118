using Residuum.Data.Arrays;
using Residuum.Data.Conventions;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>Reads observations that are arrays: <c>[sample, lag, x]</c> or <c>[time, x]</c> a field, or <c>[sample, lag, field, x]</c> for all.</summary>
/// <param name="data">The file.</param>
/// <param name="options">How to read it.</param>
internal sealed class ArrayObservations(DataSet data, ObservationOptions options)
{
    private readonly ObservedUnits _units = new(data.Source, options);

    /// <summary>Reads all samples.</summary>
    public ObservationSet Read()
    {
        var variables = ObservedVariables.Choose(data, options);
        var first = variables[0];
        bool series = first.Rank == 2;
        int points = checked((int)first.Shape[^1]);
        var names = Names(variables);
        if (options.Units.Count > 0 && options.Units.Count != names.Count)
            throw new UserError("wrong number of units", "units", $"{options.Units.Count}", $"{names.Count}, one for each of {string.Join(", ", names)}");
        var (length, origin, lengthUnit) = Domain(first, points);
        var fields = variables.SelectMany(variable => Split(Cf.Read(variable), variable, names.Count / variables.Count)).ToList();
        var metadata = Describe(variables, names, fields) with { Origin = origin, LengthUnit = lengthUnit };
        var times = new ObservedTimes(data, options, _units);
        var (groups, steps, ends, timeUnit) = series ? times.Series(first) : times.Samples(first);
        var layout = new StateLayout(names, points, length);
        return new ObservedFrames(fields, layout, groups, steps, ends).Gather(metadata with { TimeUnit = timeUnit });
    }

    private static List<string> Names(IReadOnlyList<Variable> variables)
    {
        if (variables[0].Rank < 4) return [.. variables.Select(variable => variable.Name)];
        int count = checked((int)variables[0].Shape[2]);
        string[] stated = (variables[0].Attributes.Text("fields") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return stated.Length == count ? [.. stated] : [.. Enumerable.Range(0, count).Select(i => count == 1 ? "u" : $"u{i + 1}")];
    }

    /// <summary>The fields of one variable, each <c>[frames, points]</c>.</summary>
    private static IEnumerable<double[]> Split(double[] values, Variable variable, int fields)
    {
        if (variable.Rank < 4) return [values];
        int points = (int)variable.Shape[^1], frames = values.Length / (points * fields);
        return Enumerable.Range(0, fields).Select(field =>
        {
            var part = new double[frames * points];
            for (int frame = 0; frame < frames; frame++)
                values.AsSpan(((frame * fields) + field) * points, points).CopyTo(part.AsSpan(frame * points));
            return part;
        });
    }

    private (double Length, double Origin, string Unit) Domain(Variable variable, int points)
    {
        string name = variable.Dimensions[^1].Name;
        if (data.TryGet(name, out var axis) && axis.Rank == 1)
        {
            var (values, unit) = _units.Length(axis);
            var grid = UniformAxis.Of(values, $"{data.Source}: {name}");
            return (options.Length > 0 ? options.Length : grid.Length, grid.Origin, unit);
        }
        double length = options.Length > 0 ? options.Length : variable.Attributes.Number("length") ?? data.Attributes.Number("length") ?? 0;
        if (!(length > 0) || !double.IsFinite(length))
            throw new UserError("the length of the domain is not known", $"{data.Source}: {variable.Name}", $"{points} points without a coordinate", remedy: "set 'length' under observations, or write the coordinate into the file");
        return (length, 0, options.LengthUnit);
    }

    /// <summary>Converts the fields' values in place and says what is known of them.</summary>
    private ObservationMetadata Describe(IReadOnlyList<Variable> variables, List<string> names, List<double[]> fields)
    {
        var units = new string[names.Count];
        var noise = new double?[names.Count];
        var longNames = new string[names.Count];
        for (int field = 0; field < names.Count; field++)
        {
            var variable = variables[Math.Min(field, variables.Count - 1)];
            var conversion = _units.Conversion(variable, field);
            conversion.Apply(fields[field]);
            units[field] = _units.Unit(variable, field);
            noise[field] = ObservedNoise.Of(data, variable) * Math.Abs(conversion.Scale);
            longNames[field] = variable.Attributes.Text("long_name") ?? names[field];
        }
        return new ObservationMetadata
        {
            Source = data.Source,
            FieldUnits = units,
            LongNames = longNames,
            NoiseStandardDeviations = ObservedNoise.Choose(options.Noise, noise),
            Seed = data.Attributes.Number("seed") is { } seed && seed == Math.Floor(seed) && Math.Abs(seed) < 9e15 ? (long)seed : null,
        };
    }
}
