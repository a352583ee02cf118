using Residuum.Data.Arrays;
using Residuum.Data.Conventions;
using Residuum.Discovery.Observations;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Reads values and metadata of the variables that hold the layers, in the model's units.</summary>
/// <param name="data">The file.</param>
/// <param name="options">Units and noise that the file does not say.</param>
/// <param name="units">The model's units.</param>
internal sealed class LayeredMetadata(DataSet data, ObservationOptions options, ObservedUnits units)
{
    /// <summary>Values of a variable, missing ones NaN, in the model's unit.</summary>
    public double[] Values(Variable variable)
    {
        double[] values = Cf.Read(variable);
        units.Conversion(variable, 0).Apply(values);
        return values;
    }

    /// <summary>What the file and the options say.</summary>
    /// <param name="variables">The variables that hold the layers.</param>
    /// <param name="layers">Number of layers.</param>
    public ObservationMetadata Describe(IReadOnlyList<Variable> variables, int layers) => new()
    {
        Source = data.Source,
        FieldUnits = [.. Enumerable.Range(0, layers).Select(layer => units.Unit(OfLayer(variables, layer), 0))],
        LongNames = [.. Enumerable.Range(0, layers).Select(layer => $"{OfLayer(variables, layer).Attributes.Text("long_name") ?? OfLayer(variables, layer).Name}, layer {layer + 1}")],
        NoiseStandardDeviations = ObservedNoise.Choose(options.Noise, [.. Enumerable.Range(0, layers).Select(layer => Noise(variables, layer, layers))]),
        Seed = data.Attributes.Number("seed") is { } seed && seed == Math.Floor(seed) && Math.Abs(seed) < 9e15 ? (long)seed : null,
    };

    private double? Noise(IReadOnlyList<Variable> variables, int layer, int layers)
    {
        var variable = OfLayer(variables, layer);
        double scale = Math.Abs(units.Conversion(variable, 0).Scale);
        if (variable.Attributes.TryGet("noise_standard_deviation", out var each) && !each.IsText && each.Values.Length == layers && each.Numbers[layer] >= 0)
            return each.Numbers[layer] * scale;
        return ObservedNoise.Of(data, variable) * scale;
    }

    private static Variable OfLayer(IReadOnlyList<Variable> variables, int layer) => variables[variables.Count == 1 ? 0 : layer];
}
