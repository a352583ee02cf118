using System.Globalization;
using Residuum.Discovery.Skill;
using Residuum.Experiments.Figures;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Reports;

/// <summary>The figures of forecast skill.</summary>
public static class SkillFigures
{
    private const double Valid = 0.4, FieldLimit = 3.2;
    private const int MostRows = 240, MostColumns = 128;

    /// <summary>Growth of the forecast error from all starts, in Lyapunov times where they are known.</summary>
    /// <param name="skill">The comparison.</param>
    public static Figure Curves(SkillComparison skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return new Figure("Forecast error from unseen starts", Told(skill), CurvePanel(skill));
    }

    /// <summary>Space-time pictures of one forecast: truth, model as given, corrected model; below, their errors and the error curves of all starts.</summary>
    /// <param name="skill">The comparison; with an example.</param>
    /// <param name="title">A sentence.</param>
    public static Figure SpaceTime(SkillComparison skill, string title)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var example = skill.Example ?? throw new ArgumentException("no example forecast: the truth is not known", nameof(skill));
        double unit = skill.Lyapunov?.Value ?? 1;
        string time = skill.Lyapunov is null ? "time" : "Lyapunov times";
        Panel Picture(string heading, Matrix values, bool bar) => new(
            new Axis(time),
            new Axis("x"),
            new Heatmap(Transposed(values), (0, values.Rows * example.Interval * unit), (0, example.Length), new Axis("u") { Limits = (-FieldLimit, FieldLimit) }) { Diverging = true, ColorBar = bar })
        { Title = heading, Legend = LegendPlace.None };
        return new Figure(
            title,
            $"One forecast in space and time: the truth, the model as given, the corrected model, and their errors. {Told(skill)}",
            Picture("truth", example.Truth, false),
            Picture("model as given", example.Original, false),
            Picture("corrected model", example.Corrected, true),
            CurvePanel(skill) with { Title = "forecast error, all starts" },
            Picture("error of the model as given", Difference(example.Original, example.Truth), false),
            Picture("error of the corrected model", Difference(example.Corrected, example.Truth), true))
        { Columns = 3, Width = 1260, Height = 760 };
    }

    private static Panel CurvePanel(SkillComparison skill)
    {
        double unit = skill.Lyapunov?.Value ?? 1;
        var original = skill.Original;
        double[] times = [.. Enumerable.Range(1, original.Errors.Columns).Select(i => i * original.Interval * unit)];
        return new Panel(
            new Axis(skill.Lyapunov is null ? "time" : "Lyapunov times"),
            new Axis("normalised RMSE") { Logarithmic = true },
            WithBand(original, times, "model as given", 1),
            WithBand(skill.Corrected, times, "corrected model", 0),
            new ReferenceLine(Valid) { Label = "valid below 0.4" })
        { Legend = LegendPlace.LowerRight };
    }

    // The median over the starts, between the quartiles: overflowed forecasts are infinite and have no mean.
    private static Curve WithBand(ErrorCurves curves, double[] times, string label, int color)
    {
        double[] low = new double[times.Length], middle = new double[times.Length], high = new double[times.Length];
        var column = new double[curves.Errors.Rows];
        for (int time = 0; time < times.Length; time++)
        {
            for (int start = 0; start < column.Length; start++) column[start] = curves.Errors[start, time];
            Array.Sort(column);
            (low[time], middle[time], high[time]) = (column[column.Length / 4], column[column.Length / 2], column[Math.Min(column.Length - 1, column.Length * 3 / 4)]);
        }
        return new Curve(times, Finite(middle)) { Band = (Finite(low), Finite(high)), Label = label, Color = color };
    }

    private static double[] Finite(double[] values) => [.. values.Select(value => double.IsFinite(value) ? value : double.NaN)];

    private static string Told(SkillComparison skill)
    {
        double unit = skill.Lyapunov?.Value ?? 1;
        string name = skill.Lyapunov is null ? "time units" : "Lyapunov times";
        return string.Create(CultureInfo.InvariantCulture, $"Median error over {skill.Starts} starts with quartiles; forecasts stay below 0.4 for {skill.OriginalTimes[1].Mean * unit:G3} {name} with the model as given and {skill.CorrectedTimes[1].Mean * unit:G3} with the corrected one.");
    }

    // Every so many-th time and point: finer than the figure's pixels would only make the file larger.
    private static double[,] Transposed(Matrix values)
    {
        int stride = Stride(values.Rows, MostRows), step = Stride(values.Columns, MostColumns);
        var image = new double[(values.Columns + step - 1) / step, (values.Rows + stride - 1) / stride];
        for (int time = 0; time < image.GetLength(1); time++)
        {
            for (int x = 0; x < image.GetLength(0); x++) image[x, time] = values[time * stride, x * step];
        }
        return image;
    }

    private static int Stride(int count, int most) => Math.Max(1, (count + most - 1) / most);

    private static Matrix Difference(Matrix a, Matrix b)
    {
        var difference = new Matrix(a.Rows, a.Columns);
        for (int i = 0; i < difference.Values.Length; i++) difference.Values[i] = a.Values[i] - b.Values[i];
        return difference;
    }
}
