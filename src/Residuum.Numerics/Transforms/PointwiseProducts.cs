namespace Residuum.Numerics.Transforms;

/// <summary>Computes fields of products from fields, at some points of a fine grid.</summary>
/// <param name="inputs">Values of the inputs, <c>[inputs, points]</c>.</param>
/// <param name="outputs">Values of the products, <c>[outputs, points]</c>; all to be written.</param>
/// <param name="first">Index of the first of these points in a field of the fine grid.</param>
public delegate void PointwiseProducts(ReadOnlySpan<double> inputs, Span<double> outputs, int first);
