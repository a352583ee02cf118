using Residuum.Discovery.Solvers;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Skill;

/// <summary>Normalised RMSE of forecasts against the truth, as it grows from several starts.</summary>
/// <param name="Interval">Time between columns; the first column is one interval after the starts.</param>
/// <param name="Errors">Errors, <c>[starts, intervals]</c>; infinite once a forecast overflowed.</param>
public sealed record ErrorCurves(double Interval, Matrix Errors)
{
    /// <summary>Compares forecasts of a solver with a recorded truth, all starts in one batch.</summary>
    /// <param name="solver">The solver to judge.</param>
    /// <param name="truth">Truth, one interval apart, oldest first: the first <see cref="ISolver.Lags"/> are the starts.</param>
    /// <param name="interval">Time between states of the truth.</param>
    /// <param name="climatology">Scales of the fields.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ErrorCurves Measure(
        ISolver solver, IReadOnlyList<StateBatch> truth, double interval, Climatology climatology, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(climatology);
        int lags = solver.Lags, starts = truth[0].Members;
        var forecast = new Trajectory(solver, [.. truth.Take(lags)], interval);
        var errors = new Matrix(starts, truth.Count - lags);
        for (int time = 0; time < errors.Columns; time++)
        {
            var states = forecast.Next(cancel);
            for (int start = 0; start < starts; start++)
            {
                double error = climatology.NormalisedRmse(states.State(start), truth[lags + time].State(start));
                errors[start, time] = double.IsFinite(error) ? error : double.PositiveInfinity;
            }
        }
        return new ErrorCurves(interval, errors);
    }

    /// <summary>Mean over the starts at each interval, <c>[intervals]</c>.</summary>
    public double[] Mean() => Assimilation.EnsembleMoments.Mean(Errors);

    /// <summary>First time at which the error passes a threshold, from every start.</summary>
    /// <remarks>Between two intervals the error is taken to grow linearly from its last value, from 0 at the start.</remarks>
    /// <param name="threshold">Normalised RMSE; 0.4 is usual, 0.2 strict and 0.8 lenient.</param>
    public ValidTime ValidTime(double threshold)
    {
        var times = new double[Errors.Rows];
        int censored = 0;
        for (int start = 0; start < times.Length; start++)
        {
            var curve = Errors.Row(start);
            int crossed = 0;
            while (crossed < curve.Length && curve[crossed] <= threshold) crossed++;
            if (crossed == curve.Length) censored++;
            times[start] = crossed == curve.Length ? crossed * Interval : Interval * (crossed + Part(curve, crossed, threshold));
        }
        return new ValidTime(threshold, times, censored);
    }

    private static double Part(ReadOnlySpan<double> curve, int crossed, double threshold)
    {
        double before = crossed == 0 ? 0 : curve[crossed - 1];
        return (threshold - before) / (curve[crossed] - before);
    }
}
