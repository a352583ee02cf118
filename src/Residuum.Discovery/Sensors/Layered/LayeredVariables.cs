using Residuum.Data;
using Residuum.Data.Arrays;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>The variables that hold the layers: one with a dimension for them, or one a layer, from the top.</summary>
/// <param name="All">The variables.</param>
/// <param name="Quantity">What they hold.</param>
/// <param name="Note">What was assumed, if anything.</param>
internal sealed record LayeredVariables(IReadOnlyList<Variable> All, ObservedQuantity Quantity, string? Note)
{
    private static readonly (ObservedQuantity Quantity, string[] Stems)[] Known =
    [
        (ObservedQuantity.StreamFunction, ["psi", "streamfunction", "stream_function", "p"]), // p is pyqg's
        (ObservedQuantity.PotentialVorticity, ["q", "pv", "potential_vorticity"]),
    ];

    /// <summary>The first variable.</summary>
    public Variable First => All[0];

    /// <summary>Chooses by the options' names, else by the names that the field uses.</summary>
    /// <exception cref="UserError">None, or they do not fit together.</exception>
    public static LayeredVariables Choose(DataSet data, ObservationOptions options)
    {
        if (options.Variables.Count > 0) return Named(data, options);
        foreach (var (quantity, stems) in Known)
        {
            if (options.Quantity is { } wanted && wanted != quantity) continue;
            if (Find(data, stems) is { Length: > 0 } found) return new LayeredVariables(Fitting(data, found), quantity, null);
        }
        Variable[] candidates = [.. data.Variables.Where(variable => IsField(variable) && variable.Rank >= 3)];
        if (candidates.Length != 1)
            throw new UserError("no variable holds a stream function or a potential vorticity", data.Source, Listing(data), "psi or q, or psi1, psi2 ...", "name the variables under 'variables'");
        return Assumed(candidates, options);
    }

    private static LayeredVariables Named(DataSet data, ObservationOptions options)
    {
        Variable[] named = Fitting(data, [.. options.Variables.Select(name => data[name])]);
        string stem = LayerName.Of(named[0].Name).Stem;
        var known = Known.FirstOrDefault(entry => entry.Stems.Contains(stem, StringComparer.OrdinalIgnoreCase));
        return options.Quantity is null && known.Stems is not null ? new LayeredVariables(named, known.Quantity, null) : Assumed(named, options);
    }

    private static LayeredVariables Assumed(Variable[] variables, ObservationOptions options) => new(variables, options.Quantity ?? ObservedQuantity.StreamFunction,
        options.Quantity is null ? $"{FormatError.Quote(variables[0].Name)} was taken to be the stream function; set 'quantity' where it is not" : null);

    /// <summary>A variable of that name, else those of that name with numbers, by number.</summary>
    private static Variable[] Find(DataSet data, string[] stems)
    {
        foreach (string stem in stems)
        {
            if (data.Variables.FirstOrDefault(variable => IsField(variable) && variable.Name.Equals(stem, StringComparison.OrdinalIgnoreCase)) is { } whole) return [whole];
            Variable[] layers = [.. data.Variables.Where(IsField).Select(variable => (Variable: variable, Name: LayerName.Of(variable.Name)))
                .Where(named => named.Name.Layer is not null && named.Name.Stem.Equals(stem, StringComparison.OrdinalIgnoreCase))
                .OrderBy(named => named.Name.Layer).Select(named => named.Variable)];
            if (layers.Length > 0) return layers;
        }
        return [];
    }

    private static Variable[] Fitting(DataSet data, Variable[] variables)
    {
        foreach (var variable in variables)
        {
            if (!IsField(variable)) throw new UserError("not a field of numbers", $"{data.Source}: {variable.Name}", $"{variable.Type}", "numbers");
            if (variable.Count > Array.MaxLength || variable.Shape.Any(length => length > Array.MaxLength))
                throw new UserError("the variable is too large to read at once", $"{data.Source}: {variable.Name}", variable.ShapeText, $"at most {Array.MaxLength} numbers", "select times in the file");
            if (!variable.Shape.SequenceEqual(variables[0].Shape))
                throw new UserError("layers differ in shape", $"{data.Source}: {variable.Name}", variable.ShapeText, $"{variables[0].ShapeText} as {variables[0].Name}");
        }
        return variables;
    }

    private static bool IsField(Variable variable) => variable.Type is not (ElementType.Text or ElementType.Char or ElementType.Boolean or ElementType.Other);

    private static string Listing(DataSet data) => data.Variables.Count == 0
        ? "no variables"
        : string.Join(", ", data.Variables.Take(20).Select(variable => $"{FormatError.Quote(variable.Name)} {variable.ShapeText}"));
}
