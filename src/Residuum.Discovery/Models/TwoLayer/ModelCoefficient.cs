using System.Globalization;
using System.Reflection;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Models;

/// <summary>A coefficient of a model with its unit, as its option declares it.</summary>
/// <param name="Name">Name of the option, such as <c>relaxation-rate</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">Its unit; empty for a pure number.</param>
/// <param name="Meaning">What it is, in one sentence.</param>
public sealed record ModelCoefficient(string Name, double Value, string Unit, string Meaning)
{
    /// <summary>Every coefficient that a record of options declares; each number of a list on its own.</summary>
    /// <param name="parameters">The record.</param>
    public static IReadOnlyList<ModelCoefficient> Of(object parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return [.. parameters.GetType().GetProperties().SelectMany(property => Declared(parameters, property))];
    }

    /// <summary>Such as <c>relaxation-rate = 0.01 1/time</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} = {Value}{(Unit.Length == 0 ? "" : " ")}{Unit}");

    private static IEnumerable<ModelCoefficient> Declared(object parameters, PropertyInfo property)
    {
        if (property.GetCustomAttribute<OptionAttribute>() is not { } option) return [];
        string name = OptionName.Kebab(property.Name);
        return property.GetValue(parameters) switch
        {
            double value => [new ModelCoefficient(name, value, option.Unit, option.Summary)],
            IReadOnlyList<double> values => values.Select((value, i) => new ModelCoefficient($"{name}[{i + 1}]", value, option.Unit, option.Summary)),
            _ => [],
        };
    }
}
