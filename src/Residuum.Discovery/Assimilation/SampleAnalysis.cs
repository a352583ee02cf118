using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Assimilation;

/// <summary>One sporadic sample, analysed: its increment is (analysis - forecast) / Δt.</summary>
/// <param name="Forecast">Mean of the forecast ensemble, <c>[fields, points]</c>.</param>
/// <param name="Analysis">Mean of the analysis, <c>[fields, points]</c>.</param>
/// <param name="Members">Members that the analysis used.</param>
/// <param name="Failures">Members whose forecast failed.</param>
public sealed record SampleAnalysis(double[] Forecast, double[] Analysis, int Members, IReadOnlyList<MemberFailure> Failures);
