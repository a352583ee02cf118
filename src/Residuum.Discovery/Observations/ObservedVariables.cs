using Residuum.Data.Arrays;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>Chooses the variables that hold the fields.</summary>
internal static class ObservedVariables
{
    private static readonly string[] Auxiliary = ["time", "t", "dt", "time_step"];

    /// <summary>The variables named in the options, or all that look like fields.</summary>
    /// <exception cref="UserError">None, or they do not fit together.</exception>
    public static IReadOnlyList<Variable> Choose(DataSet data, ObservationOptions options)
    {
        List<Variable> chosen = options.Variables.Count > 0 ? [.. options.Variables.Select(name => data[name])] : Candidates(data);
        if (chosen.Count == 0)
            throw new UserError("no variable holds states", data.Source, Listing(data), "a variable [sample, lag, x] or [time, x]");
        var first = chosen[0];
        foreach (var variable in chosen)
        {
            if (variable.Type is ElementType.Text or ElementType.Char or ElementType.Boolean)
                throw new UserError("not a field of numbers", $"{data.Source}: {variable.Name}", variable.Type.ToString(), "numbers");
            if (!variable.Shape.SequenceEqual(first.Shape))
                throw new UserError("fields differ in shape", $"{data.Source}: {variable.Name}", variable.ShapeText, $"{first.ShapeText} as {first.Name}", "name the fields under 'variables'");
        }
        Demand(data, first, chosen.Count);
        return chosen;
    }

    private static void Demand(DataSet data, Variable variable, int count)
    {
        string where = $"{data.Source}: {variable.Name}";
        int lag = variable.Dimensions.ToList().FindIndex(dimension => dimension.Name is "lag" or "lags");
        if (variable.Rank is < 2 or > 4 || lag is not (-1 or 1) || (variable.Rank == 4 && count > 1))
        {
            throw new UserError("the dimensions are in another order than expected", where,
                $"({string.Join(", ", variable.Dimensions.Select(dimension => dimension.Name))}) {variable.ShapeText}",
                "(sample, lag, x), (time, x) or (sample, lag, field, x)", "transpose the file, as xarray's transpose does");
        }
        if (variable.Rank > 2 && variable.Shape[1] is < 2 or > 9)
            throw new UserError("a sample holds too few or too many states", where, $"{variable.Shape[1]} along {variable.Dimensions[1].Name}", "2 (pairs) or 3 (triples)");
    }

    private static List<Variable> Candidates(DataSet data)
    {
        var auxiliary = data.Variables.SelectMany(variable => (variable.Attributes.Text("ancillary_variables") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Concat(data.Variables.Select(variable => variable.Attributes.Text("bounds")).OfType<string>())
            .Concat(Auxiliary).ToHashSet();
        var fields = data.Variables.Where(variable => variable.Rank is >= 2 and <= 4
            && variable.Type is not (ElementType.Text or ElementType.Char or ElementType.Boolean)
            && variable.Shape[^1] >= 4 && !auxiliary.Contains(variable.Name)).ToList();
        return fields.Count > 0 && fields.All(variable => variable.Shape.SequenceEqual(fields[0].Shape)) ? fields
            : fields.Count == 0 ? fields
            : throw new UserError("several variables may hold the states", data.Source, string.Join(", ", fields.Select(variable => $"{variable.Name} {variable.ShapeText}")), remedy: "name the fields under 'variables'");
    }

    private static string Listing(DataSet data) => data.Variables.Count == 0 ? "no variables"
        : string.Join(", ", data.Variables.Take(20).Select(variable => $"{variable.Name} {variable.ShapeText}"));
}
