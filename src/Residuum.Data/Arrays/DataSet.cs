using System.Diagnostics.CodeAnalysis;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Arrays;

/// <summary>Variables on named dimensions with attributes: the one model of netCDF, HDF5, .npy and tables.</summary>
/// <remarks>For one thread at a time: readers keep what they have already decoded.</remarks>
public sealed class DataSet : IDisposable
{
    private readonly IDisposable? _file;
    private readonly Dictionary<string, Variable> _byName;

    /// <summary>A data set in memory; its dimensions are those of its variables.</summary>
    /// <param name="variables">Variables with different names.</param>
    /// <param name="attributes">Attributes of the whole, if any.</param>
    public DataSet(IReadOnlyList<Variable> variables, AttributeTable? attributes = null)
        : this("memory", "memory", DimensionsOf(variables), variables, attributes ?? [], file: null)
    {
    }

    internal DataSet(string source, string format, IReadOnlyList<Dimension> dimensions, IReadOnlyList<Variable> variables, AttributeTable attributes, IDisposable? file)
    {
        (Source, Format, Dimensions, Variables, Attributes, _file) = (source, format, dimensions, variables, attributes, file);
        _byName = new Dictionary<string, Variable>(variables.Count, StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            if (!_byName.TryAdd(variable.Name, variable))
                throw FormatError.In(source, $"two variables are named {FormatError.Quote(variable.Name)}");
        }
    }

    /// <summary>Path of the file, or <c>memory</c>.</summary>
    public string Source { get; }

    /// <summary>Name of the format, such as <c>netCDF classic (CDF-2)</c>.</summary>
    public string Format { get; }

    /// <summary>All dimensions.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>All variables, in the order of the file.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>Attributes of the whole.</summary>
    public AttributeTable Attributes { get; }

    /// <summary>The variable of a name.</summary>
    /// <param name="name">Exact name; in an HDF5 group <c>group/name</c>.</param>
    /// <exception cref="UserError">No such variable; the message lists those that there are.</exception>
    public Variable this[string name] => _byName.TryGetValue(name, out var variable)
        ? variable
        : throw new UserError($"no variable named {FormatError.Quote(name)}", Source, expected: Listing());

    /// <summary>Gets a variable if it is there.</summary>
    /// <param name="name">Exact name.</param>
    /// <param name="variable">The variable.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out Variable? variable) => _byName.TryGetValue(name, out variable);

    /// <summary>Closes the file; variables can not be read afterwards.</summary>
    public void Dispose() => _file?.Dispose();

    private static List<Dimension> DimensionsOf(IReadOnlyList<Variable> variables)
    {
        var dimensions = new OrderedDictionary<string, Dimension>(StringComparer.Ordinal);
        foreach (var dimension in variables.SelectMany(variable => variable.Dimensions))
        {
            if (!dimensions.TryAdd(dimension.Name, dimension) && dimensions[dimension.Name] != dimension)
                throw new ArgumentException($"dimension {dimension.Name} has two lengths: {dimensions[dimension.Name].Length} and {dimension.Length}", nameof(variables));
        }
        return [.. dimensions.Values];
    }

    private string Listing()
    {
        const int Shown = 20;
        string names = string.Join(", ", Variables.Take(Shown).Select(variable => FormatError.Quote(variable.Name)));
        return Variables.Count switch { 0 => "no variables", > Shown => $"{names} and {Variables.Count - Shown} more", _ => names };
    }
}
