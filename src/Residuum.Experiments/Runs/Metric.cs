namespace Residuum.Experiments.Runs;

/// <summary>A row of <c>metrics.parquet</c>.</summary>
/// <param name="Step">Iteration, pass or cycle.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Seed">The seed.</param>
public readonly record struct Metric(long Step, string Name, double Value, int Seed);
