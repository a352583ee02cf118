using Residuum.Discovery.Solvers;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Skill;

/// <summary>Forecasts of one start beside the truth, first field, <c>[times, points]</c>.</summary>
/// <param name="Interval">Time between rows.</param>
/// <param name="Length">Length of the domain.</param>
/// <param name="Truth">The truth.</param>
/// <param name="Original">The solver as given; NaN after an overflow.</param>
/// <param name="Corrected">The corrected solver.</param>
public sealed record ForecastExample(double Interval, double Length, Matrix Truth, Matrix Original, Matrix Corrected)
{
    internal static ForecastExample Of(ISolver original, ISolver corrected, IReadOnlyList<StateBatch> truth, double interval, CancellationToken cancel)
    {
        int lags = original.Lags, points = truth[0].Layout.Points;
        StateBatch[] first = [.. truth.Select(batch => batch.Select([0]))];
        var shown = new Matrix(first.Length - lags, points);
        for (int time = 0; time < shown.Rows; time++) first[lags + time].Field(0, 0).CopyTo(shown.Row(time));
        return new ForecastExample(interval, truth[0].Layout.Length, shown, Run(original, first, interval, shown.Rows, cancel), Run(corrected, first, interval, shown.Rows, cancel));
    }

    private static Matrix Run(ISolver solver, StateBatch[] truth, double interval, int times, CancellationToken cancel)
    {
        var forecast = new Trajectory(solver, truth[..solver.Lags], interval);
        var rows = new Matrix(times, solver.Layout.Points);
        for (int time = 0; time < times; time++) forecast.Next(cancel).Field(0, 0).CopyTo(rows.Row(time));
        return rows;
    }
}
