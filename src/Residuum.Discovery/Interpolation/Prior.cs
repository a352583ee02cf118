namespace Residuum.Discovery.Interpolation;

/// <summary>What an interpolator makes of the places: ψ̂ = a + K (ψ_obs - a).</summary>
/// <param name="Operator">K.</param>
/// <param name="Background">a; nothing where null.</param>
internal sealed record Prior(ISensorOperator Operator, Background? Background = null);
