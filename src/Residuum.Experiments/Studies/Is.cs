namespace Residuum.Experiments.Studies;

/// <summary>The bounds of claims: <c>run.Gate("four passes remove it", error, Is.AtMost(1e-4))</c>.</summary>
public static class Is
{
    /// <summary>A yes.</summary>
    public static TextBound True { get; } = new("yes");

    /// <summary>A no.</summary>
    public static TextBound False { get; } = new("no");

    /// <summary>Not above a number.</summary>
    /// <param name="high">Largest accepted number.</param>
    public static NumberBound AtMost(double high) => new("at-most", double.NegativeInfinity, high);

    /// <summary>Not below a number.</summary>
    /// <param name="low">Smallest accepted number.</param>
    public static NumberBound AtLeast(double low) => new("at-least", low, double.PositiveInfinity);

    /// <summary>Between two numbers, ends included: the form to prefer where theory gives the size.</summary>
    /// <param name="low">Smallest accepted number.</param>
    /// <param name="high">Largest accepted number.</param>
    public static NumberBound Between(double low, double high) => new("between", low, high);

    /// <summary>One number exactly: for counts.</summary>
    /// <param name="value">The number.</param>
    public static NumberBound EqualTo(double value) => new("equal", value, value);

    /// <summary>Near a number.</summary>
    /// <param name="value">The number, such as a paper's.</param>
    /// <param name="relative">Accepted distance as a part of the number's size.</param>
    public static NumberBound Near(double value, double relative) =>
        new("between", value - (Math.Abs(value) * relative), value + (Math.Abs(value) * relative));

    /// <summary>One text exactly.</summary>
    /// <param name="text">The text.</param>
    public static TextBound EqualTo(string text) => new(text);

    /// <summary>These names and no others.</summary>
    /// <param name="items">The names; none is the empty set.</param>
    public static SetBound SetOf(params IReadOnlyList<string> items) => new("set", items);

    /// <summary>At least these names.</summary>
    /// <param name="items">The names.</param>
    public static SetBound SupersetOf(params IReadOnlyList<string> items) => new("superset", items);

    /// <summary>Any set but this one: for controls that must stay wrong.</summary>
    /// <param name="items">The names.</param>
    public static SetBound NotSetOf(params IReadOnlyList<string> items) => new("not-set", items);
}
