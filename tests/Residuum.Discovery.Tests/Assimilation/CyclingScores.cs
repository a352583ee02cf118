namespace Residuum.Discovery.Tests.Assimilation;

/// <summary>Time means of a cycling experiment, after its burn-in.</summary>
/// <param name="ForecastRmse">RMSE of the forecast mean.</param>
/// <param name="AnalysisRmse">RMSE of the analysis mean.</param>
/// <param name="AnalysisSpread">Spread of the analysis: near its RMSE where the filter is tuned well.</param>
/// <param name="AnalysisErrors">RMSE of the analysis mean at every cycle, the burn-in included.</param>
internal sealed record CyclingScores(double ForecastRmse, double AnalysisRmse, double AnalysisSpread, double[] AnalysisErrors);
