using Residuum.Data.Arrays;
using Residuum.Numerics.Errors;

namespace Residuum.Data.NetCdf;

/// <summary>What a netCDF file will hold, declared before its values are written.</summary>
/// <param name="Dimensions">Dimensions; the unlimited one, at most one, grows by <see cref="NetCdfWriter.Append"/>.</param>
/// <param name="Variables">Variables.</param>
/// <param name="Attributes">Attributes of the whole.</param>
public sealed record NetCdfSchema(IReadOnlyList<Dimension> Dimensions, IReadOnlyList<NetCdfVariable> Variables, AttributeTable Attributes)
{
    /// <summary>The schema of a data set. Texts become characters with one more dimension, <c>string5</c>, as other writers do.</summary>
    /// <param name="data">The data set.</param>
    public static NetCdfSchema Of(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var dimensions = data.Dimensions.ToDictionary(dimension => dimension.Name, StringComparer.Ordinal);
        var order = data.Dimensions.ToList();
        var variables = new List<NetCdfVariable>();
        foreach (var variable in data.Variables)
        {
            List<string> names = [.. variable.Dimensions.Select(dimension => dimension.Name)];
            if (variable.Type == ElementType.Text)
            {
                var characters = TextCharacters.DimensionOf(variable);
                if (dimensions.TryAdd(characters.Name, characters)) order.Add(characters);
                else if (dimensions[characters.Name].Length != characters.Length)
                    throw new UserError($"dimension {FormatError.Quote(characters.Name)} is needed for the characters of {FormatError.Quote(variable.Name)} and has another length", remedy: "rename it");
                names.Add(characters.Name);
            }
            var type = variable.Type switch { ElementType.Text => ElementType.Char, ElementType.Boolean => ElementType.Int8, var other => other };
            variables.Add(new NetCdfVariable(variable.Name, type, names, variable.Attributes));
        }
        return new NetCdfSchema(order, variables, data.Attributes);
    }
}

/// <summary>A variable to be written.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Type.</param>
/// <param name="Dimensions">Names of its dimensions, slowest first; the unlimited one can only be the first.</param>
/// <param name="Attributes">Attributes, if any.</param>
public sealed record NetCdfVariable(string Name, ElementType Type, IReadOnlyList<string> Dimensions, AttributeTable? Attributes = null);
