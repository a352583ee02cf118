namespace Residuum.Numerics;

/// <summary>How far long work has come.</summary>
/// <param name="Stage">What is being done, such as <c>pass 2 of 7</c>.</param>
/// <param name="Fraction">Done part, 0 to 1; NaN where it is not known.</param>
public readonly record struct Progress(string Stage, double Fraction);
