using Residuum.Discovery.Solvers;

namespace Residuum.Discovery;

/// <summary>One-step increments of a model against observations, and the states that they belong to.</summary>
/// <param name="Values">(u_a - u_m) / Δt, <c>[samples, fields, points]</c>; NaN where a forecast failed.</param>
/// <param name="Starts">States at t - Δt, cut to the band.</param>
/// <param name="Ends">States at t: observed, or the analysis mean; cut to the band.</param>
/// <param name="Failures">Samples whose forecast failed, with the reason.</param>
internal sealed record IncrementSet(StateBatch Values, StateBatch Starts, StateBatch Ends, IReadOnlyList<MemberFailure> Failures);
