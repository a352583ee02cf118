using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Residuum.Data.Arrays;

/// <summary>Attributes by name, in the order of the file: <c>new AttributeTable { ["units"] = "m s-1" }</c>.</summary>
public sealed class AttributeTable : IReadOnlyCollection<KeyValuePair<string, AttributeValue>>
{
    private readonly OrderedDictionary<string, AttributeValue> _values = new(StringComparer.Ordinal);

    /// <summary>No attributes, as many as are added.</summary>
    public AttributeTable()
    {
    }

    /// <summary>A copy.</summary>
    /// <param name="attributes">What to copy.</param>
    public AttributeTable(IEnumerable<KeyValuePair<string, AttributeValue>> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        foreach (var (name, value) in attributes) _values[name] = value;
    }

    /// <summary>A description and a unit, where there is one, by their CF names; and more texts.</summary>
    /// <param name="longName">Description.</param>
    /// <param name="unit">Unit; empty for none.</param>
    /// <param name="more">Further attributes.</param>
    public static AttributeTable Described(string longName, string unit, params IReadOnlyList<(string Name, string Text)> more)
    {
        ArgumentNullException.ThrowIfNull(longName);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(more);
        var attributes = new AttributeTable { ["long_name"] = longName };
        if (unit.Length > 0) attributes["units"] = unit;
        foreach (var (name, text) in more) attributes[name] = text;
        return attributes;
    }

    /// <summary>Number of attributes.</summary>
    public int Count => _values.Count;

    /// <summary>The attribute of a name; setting it adds or replaces.</summary>
    /// <param name="name">Exact name.</param>
    public AttributeValue this[string name]
    {
        get => _values[name];
        set => _values[name] = value;
    }

    /// <summary>Whether there is an attribute of that name.</summary>
    /// <param name="name">Exact name.</param>
    public bool Contains(string name) => _values.ContainsKey(name);

    /// <summary>Gets an attribute if it is there.</summary>
    /// <param name="name">Exact name.</param>
    /// <param name="value">Its value.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out AttributeValue? value) => _values.TryGetValue(name, out value);

    /// <summary>The text of an attribute, or null where there is none or it is a number.</summary>
    /// <param name="name">Exact name.</param>
    public string? Text(string name) => TryGet(name, out var value) && value.IsText ? value.Text : null;

    /// <summary>The number of an attribute, or null where there is none or it is not a single number.</summary>
    /// <param name="name">Exact name.</param>
    public double? Number(string name) =>
        TryGet(name, out var value) && !value.IsText && value.Values.Length == 1 ? value.Number : null;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, AttributeValue>> GetEnumerator() => _values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
