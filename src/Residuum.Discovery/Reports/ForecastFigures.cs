using System.Globalization;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Figures;

namespace Residuum.Discovery.Reports;

/// <summary>Figures of forecasts: how errors grow, and what a forecast looks like beside the truth.</summary>
public static class ForecastFigures
{
    /// <summary>Mean normalised error against time, in Lyapunov times.</summary>
    /// <param name="comparison">The forecasts.</param>
    public static Figure Errors(ForecastComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        double original = comparison.ValidTime(comparison.Original).Mean, corrected = comparison.ValidTime(comparison.Corrected).Mean;
        return new Figure(
            "Forecast error from other initial states",
            string.Create(CultureInfo.InvariantCulture, $"Mean normalised error over {comparison.Original.Errors.Rows} starts: the model as given passes {ForecastComparison.Threshold} after {original:G3} Lyapunov times, the corrected one after {corrected:G3}."),
            new Panel(
                new Axis("time", "Lyapunov times"),
                new Axis("normalised root mean square error") { Logarithmic = true },
                Mean(comparison, comparison.Original, "model as given"),
                Mean(comparison, comparison.Corrected, "corrected model"),
                new ReferenceLine(ForecastComparison.Threshold)) { Legend = LegendPlace.LowerRight });
    }

    /// <summary>Truth, error of the original and error of the corrected model, over space and time.</summary>
    /// <param name="comparison">The forecasts.</param>
    public static Figure SpaceTime(ForecastComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        string field = comparison.Truth.Layout.Fields[0];
        return new Figure(
            "A forecast beside the truth",
            "Three space-time images of one start: the truth, the error of the model as given, which fills the domain soon, and the error of the corrected model, which stays near zero for longer.",
            Image(comparison, Values(comparison.Truth, null), "truth", field),
            Image(comparison, Values(comparison.OriginalStates, comparison.Truth), "error of the model as given", field),
            Image(comparison, Values(comparison.CorrectedStates, comparison.Truth), "error of the corrected model", field));
    }

    private static Curve Mean(ForecastComparison comparison, ErrorCurves errors, string label)
    {
        double[] mean = errors.Mean();
        double[] time = [.. Enumerable.Range(1, mean.Length).Select(i => i * errors.Interval * comparison.Exponent.Value)];
        return new Curve(time, [.. mean.Select(error => double.IsFinite(error) ? error : double.NaN)]) { Label = label };
    }

    private static Panel Image(ForecastComparison comparison, double[,] values, string title, string field)
    {
        double end = comparison.Original.Interval * (comparison.Truth.Members - 1) * comparison.Exponent.Value;
        double limit = Values(comparison.Truth, null).Cast<double>().Max(Math.Abs);
        return new Panel(
            new Axis("x"),
            new Axis("time", "Lyapunov times"),
            new Heatmap(values, (0, comparison.Truth.Layout.Length), (0, end), new Axis(field) { Limits = (-limit, limit) }) { Diverging = true }) { Title = title };
    }

    private static double[,] Values(StateBatch states, StateBatch? reference)
    {
        var values = new double[states.Members, states.Layout.Points];
        for (int row = 0; row < states.Members; row++)
        {
            for (int point = 0; point < states.Layout.Points; point++)
                values[row, point] = states.Field(row, 0)[point] - (reference is null ? 0 : reference.Field(row, 0)[point]);
        }
        return values;
    }
}
