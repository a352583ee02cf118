namespace Residuum.Discovery.Interpolation;

/// <summary>A place in a triangle, by its barycentric coordinates.</summary>
internal readonly record struct TrianglePlace(int Triangle, double A, double B, double C);
