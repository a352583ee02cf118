namespace Residuum.Experiments.Figures;

/// <summary>Something drawn on a panel.</summary>
public abstract record Layer
{
    private protected Layer()
    {
    }

    /// <summary>Text in the legend; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Which colour of <see cref="Palette.Series"/>; by default the layer's place among those with a colour.</summary>
    public int? Color { get; init; }

    private protected static IReadOnlyList<double> Same(IReadOnlyList<double> values, IReadOnlyList<double> others, string name) =>
        values.Count == others.Count ? values : throw new ArgumentException($"{values.Count} values beside {others.Count}", name);
}

/// <summary>A line through points, with a band where its uncertainty is known.</summary>
/// <param name="X">Abscissas.</param>
/// <param name="Y">Ordinates; NaN leaves a gap.</param>
public sealed record Curve(IReadOnlyList<double> X, IReadOnlyList<double> Y) : Layer
{
    /// <summary>Ordinates; NaN leaves a gap.</summary>
    public IReadOnlyList<double> Y { get; } = Same(Y, X, nameof(Y));

    /// <summary>Lower and upper edge of the band; null for none.</summary>
    public (IReadOnlyList<double> Low, IReadOnlyList<double> High)? Band
    {
        get;
        init => field = value is { } band ? (Same(band.Low, X, nameof(Band)), Same(band.High, X, nameof(Band))) : null;
    }

    /// <summary>Dashed, for references.</summary>
    public bool Dashed { get; init; }

    /// <summary>A dot at each point.</summary>
    public bool Markers { get; init; }
}

/// <summary>Points, with error bars where errors are known.</summary>
/// <param name="X">Abscissas.</param>
/// <param name="Y">Ordinates.</param>
public sealed record Scatter(IReadOnlyList<double> X, IReadOnlyList<double> Y) : Layer
{
    /// <summary>Ordinates.</summary>
    public IReadOnlyList<double> Y { get; } = Same(Y, X, nameof(Y));

    /// <summary>Half lengths of the vertical error bars; null for none.</summary>
    public IReadOnlyList<double>? Errors
    {
        get;
        init => field = value is null ? null : Same(value, X, nameof(Errors));
    }
}

/// <summary>Bars from zero, at 0, 1, 2, ...; name them by <see cref="Axis.Categories"/>.</summary>
/// <param name="Values">Heights.</param>
public sealed record Bars(IReadOnlyList<double> Values) : Layer
{
    /// <summary>Half lengths of the error bars; null for none.</summary>
    public IReadOnlyList<double>? Errors
    {
        get;
        init => field = value is null ? null : Same(value, Values, nameof(Errors));
    }
}

/// <summary>An image of a field over two coordinates, such as space and time.</summary>
/// <param name="Values">Field, <c>[rows, columns]</c>: rows along the vertical axis from its low end, columns along the horizontal one.</param>
/// <param name="X">Ends of the horizontal coordinate.</param>
/// <param name="Y">Ends of the vertical coordinate.</param>
/// <param name="Field">Label and unit of the colour bar; its limits are the colour scale's.</param>
public sealed record Heatmap(double[,] Values, (double Low, double High) X, (double Low, double High) Y, Axis Field) : Layer
{
    /// <summary>Colours that part at zero, for fields and errors with a sign; else from dark to light.</summary>
    public bool Diverging { get; init; }

    /// <summary>Draws the colour bar.</summary>
    public bool ColorBar { get; init; } = true;
}

/// <summary>A straight reference line across the panel.</summary>
/// <param name="At">Where it crosses its axis.</param>
public sealed record ReferenceLine(double At) : Layer
{
    /// <summary>Upright, at an abscissa; else level, at an ordinate.</summary>
    public bool Vertical { get; init; }
}
