using System.Globalization;
using System.Text.Json.Serialization;

namespace Residuum.Experiments.Studies;

/// <summary>What decides a claim. Made by <see cref="Is"/>.</summary>
[JsonConverter(typeof(BoundJson))]
public abstract record Bound
{
    private protected Bound(string op) => Op = op;

    /// <summary>Name of the relation in the JSON contract, such as <c>at-most</c>.</summary>
    public string Op { get; }

    /// <summary>The relation in words, such as <c>at most 0.0001</c>.</summary>
    public abstract override string ToString();
}

/// <summary>A closed interval of numbers; NaN and infinities are never inside.</summary>
public sealed record NumberBound : Bound
{
    internal NumberBound(string op, double low, double high)
        : base(op)
    {
        if (!(low <= high)) throw new ArgumentException($"the bound from {low} to {high} holds no number");
        (Low, High) = (low, high);
    }

    /// <summary>Smallest number that is accepted.</summary>
    public double Low { get; }

    /// <summary>Largest number that is accepted.</summary>
    public double High { get; }

    /// <summary>Whether a number is accepted.</summary>
    /// <param name="value">The number.</param>
    public bool Accepts(double value) => double.IsFinite(value) && value >= Low && value <= High;

    /// <inheritdoc/>
    public override string ToString() => Op switch
    {
        "at-most" => string.Create(CultureInfo.InvariantCulture, $"at most {High}"),
        "at-least" => string.Create(CultureInfo.InvariantCulture, $"at least {Low}"),
        "equal" => string.Create(CultureInfo.InvariantCulture, $"{Low}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Low} to {High}"),
    };
}

/// <summary>A relation to a set of names.</summary>
public sealed record SetBound : Bound
{
    internal SetBound(string op, IReadOnlyList<string> items)
        : base(op) => Items = [.. items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The names, in ordinal order.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Whether a set is accepted.</summary>
    /// <param name="items">The set measured.</param>
    public bool Accepts(IEnumerable<string> items)
    {
        var measured = items.ToHashSet(StringComparer.Ordinal);
        return Op switch
        {
            "set" => measured.SetEquals(Items),
            "superset" => measured.IsSupersetOf(Items),
            _ => !measured.SetEquals(Items),
        };
    }

    /// <inheritdoc/>
    public bool Equals(SetBound? other) => other is not null && Op == other.Op && Items.SequenceEqual(other.Items, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Op, Measurement.SetText(Items));

    /// <inheritdoc/>
    public override string ToString() => Op switch
    {
        "set" => Measurement.SetText(Items),
        "superset" => $"all of {Measurement.SetText(Items)}",
        _ => $"not {Measurement.SetText(Items)}",
    };
}

/// <summary>One text exactly.</summary>
public sealed record TextBound : Bound
{
    internal TextBound(string expected)
        : base("text") => Expected = expected;

    /// <summary>The text.</summary>
    public string Expected { get; }

    /// <summary>Whether a text is accepted.</summary>
    /// <param name="text">The text measured.</param>
    public bool Accepts(string text) => string.Equals(text, Expected, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Expected;
}

/// <summary>Nothing to compare with: a figure that the paper does not give.</summary>
public sealed record NoBound : Bound
{
    internal NoBound()
        : base("none")
    {
    }

    /// <inheritdoc/>
    public override string ToString() => "not available";
}
