using System.Reflection;
using Residuum.Discovery.Models;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Projects;

/// <summary>The periodic models that a project can name.</summary>
public static class BuiltInModels
{
    private static readonly IReadOnlyDictionary<string, Func<FourierGrid, IPeriodicModel>> Makers = new Dictionary<string, Func<FourierGrid, IPeriodicModel>>
    {
        ["kuramoto-sivashinsky"] = grid => new KuramotoSivashinsky(grid),
        ["burgers"] = grid => new Burgers(grid),
        ["korteweg-de-vries"] = grid => new KortewegDeVries(grid),
        ["swift-hohenberg"] = grid => new SwiftHohenberg(grid),
        ["shallow-water"] = grid => new ShallowWater(grid),
        ["brusselator"] = grid => new Brusselator(grid),
    };

    /// <summary>Names of the models.</summary>
    public static IEnumerable<string> Names => Makers.Keys;

    /// <summary>The model that options name: with some parameters set, or as one of the named cases.</summary>
    /// <param name="options">Name, and parameters or case.</param>
    /// <param name="grid">Its grid.</param>
    /// <exception cref="UserError">No such model, parameter or case, or a case and parameters together.</exception>
    public static IPeriodicModel Create(ModelOptions options, FourierGrid grid)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Case.Length == 0) return Create(options.Name, grid, options.Parameters);
        if (options.Parameters.Count > 0) throw new UserError("a case has its parameters already", "model.parameters", string.Join(", ", options.Parameters.Keys), $"none beside the case {options.Case}");
        return Create(options.Name, grid, options.Parameters) is KuramotoSivashinsky truth
            ? KuramotoSivashinskyCases.Named(options.Case).Model(truth)
            : throw new UserError("only kuramoto-sivashinsky has named cases", "model.case", $"model {options.Name}");
    }

    /// <summary>A model with some parameters set.</summary>
    /// <param name="name">Name of the model.</param>
    /// <param name="grid">Its grid.</param>
    /// <param name="parameters">Parameters that differ from the defaults, in kebab case.</param>
    /// <exception cref="UserError">No such model or parameter.</exception>
    public static IPeriodicModel Create(string name, FourierGrid grid, IReadOnlyDictionary<string, double> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (!Makers.TryGetValue(name, out var make))
            throw new UserError("no such model", "model.name", $"'{name}'", string.Join(", ", Names), "or bring your own under 'solver'");
        var model = make(grid);
        var known = Parameters(model);
        foreach (var (parameter, value) in parameters)
        {
            if (!known.TryGetValue(parameter, out var property))
                throw new UserError($"{name} has no such parameter", "model.parameters", $"'{parameter}'", string.Join(", ", known.Keys));
            property.SetValue(model, value, BindingFlags.DoNotWrapExceptions, null, null, null);
        }
        return model;
    }

    /// <summary>Names and defaults of a model's parameters.</summary>
    /// <param name="name">Name of the model.</param>
    public static IReadOnlyDictionary<string, double> Defaults(string name)
    {
        var model = Makers[name](FourierGrid.Periodic(1, 8));
        return Parameters(model).ToDictionary(pair => pair.Key, pair => (double)pair.Value.GetValue(model)!);
    }

    private static Dictionary<string, PropertyInfo> Parameters(IPeriodicModel model) => model.GetType().GetProperties()
        .Where(property => property.PropertyType == typeof(double) && property.GetCustomAttribute<OptionAttribute>() is not null)
        .ToDictionary(property => OptionName.Kebab(property.Name));
}
