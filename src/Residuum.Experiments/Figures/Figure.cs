namespace Residuum.Experiments.Figures;

/// <summary>A figure as data: what is drawn, not how. <see cref="FigureWriter"/> draws it.</summary>
/// <param name="Title">A sentence that stands above the panels; also the caption in reports.</param>
/// <param name="AltText">What a reader who cannot see it should know, in a sentence or two.</param>
/// <param name="Panels">The panels, row by row.</param>
public sealed record Figure(string Title, string AltText, params IReadOnlyList<Panel> Panels)
{
    /// <summary>Panels in a row.</summary>
    public int Columns { get; init; } = Math.Max(1, Panels.Count);

    /// <summary>Width in pixels at a scale of 1; by default from the number of panels.</summary>
    public int Width { get; init; } = Panels.Count > 1 ? 420 * Math.Min(Panels.Count, 3) : 720;

    /// <summary>Height in pixels at a scale of 1.</summary>
    public int Height { get; init; } = 440;
}

/// <summary>One pair of axes with its layers.</summary>
/// <param name="X">Horizontal axis.</param>
/// <param name="Y">Vertical axis.</param>
/// <param name="Layers">What is drawn, from back to front.</param>
public sealed record Panel(Axis X, Axis Y, params IReadOnlyList<Layer> Layers)
{
    /// <summary>Heading of the panel; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where the legend stands. Shown where a layer has a label.</summary>
    public LegendPlace Legend { get; init; } = LegendPlace.UpperRight;
}

/// <summary>Corner of the legend.</summary>
public enum LegendPlace
{
    /// <summary>Upper right corner.</summary>
    UpperRight,

    /// <summary>Upper left corner.</summary>
    UpperLeft,

    /// <summary>Lower right corner.</summary>
    LowerRight,

    /// <summary>Lower left corner.</summary>
    LowerLeft,

    /// <summary>No legend.</summary>
    None,
}

/// <summary>An axis with its label and unit.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Unit">Its unit, set in brackets; empty for a pure number.</param>
public sealed record Axis(string Label, string Unit = "")
{
    /// <summary>Powers of ten; values that are not above zero are left out.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>Ends of the axis; by default all data with a margin.</summary>
    public (double Low, double High)? Limits { get; init; }

    /// <summary>Names in place of the numbers 0, 1, 2, ...; empty for numbers.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Label and unit, such as <c>time [h]</c>.</summary>
    public string Text => Unit.Length == 0 ? Label : $"{Label} [{Unit}]";
}
