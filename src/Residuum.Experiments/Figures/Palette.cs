namespace Residuum.Experiments.Figures;

/// <summary>Colours that people with any colour vision tell apart.</summary>
public static class Palette
{
    /// <summary>Series colours, after Okabe and Ito, "Color Universal Design" (2008), the strongest contrasts first.</summary>
    public static IReadOnlyList<string> Series { get; } =
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442"];
}
