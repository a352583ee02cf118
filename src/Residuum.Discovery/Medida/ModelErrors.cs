using Residuum.Discovery.Solvers;

namespace Residuum.Discovery;

/// <summary>The increments that a discovery worked on, sample by sample.</summary>
/// <param name="Before">(u_a - u_m)/Δt of the model as given, <c>[samples, fields, points]</c>; NaN where its forecast failed.</param>
/// <param name="After">The same for the corrected model.</param>
/// <param name="Ends">States u_a at t that the forecasts were compared with: observed, or analyses; cut to the band.</param>
public sealed record ModelErrors(StateBatch Before, StateBatch After, StateBatch Ends);
