using Residuum.Discovery.Assimilation;

namespace Residuum.Discovery.Tests.Assimilation;

/// <summary>A cycling twin experiment: the truth is observed in full at equal intervals, the ensemble is analysed each time.</summary>
/// <param name="Interval">Time between observations.</param>
/// <param name="Deviation">Standard deviation of every observation error.</param>
/// <param name="BurnIn">Cycles before the scores count.</param>
/// <param name="Cycles">Cycles that count.</param>
/// <param name="Filter">Inflation, rotation and failure policy.</param>
internal sealed record CyclingSettings(double Interval, double Deviation, int BurnIn, int Cycles, FilterOptions Filter);
