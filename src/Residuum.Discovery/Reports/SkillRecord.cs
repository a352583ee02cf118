using System.Globalization;
using Residuum.Discovery.Skill;

namespace Residuum.Discovery.Reports;

/// <summary>Forecast skill of the model as given and of the corrected one, as numbers for people and scripts.</summary>
public sealed record SkillRecord
{
    private const double Slack = 1.02; // noise in the judges themselves

    /// <summary>What the forecasts were compared with.</summary>
    public required SkillReference Reference { get; init; }

    /// <summary>Number of starts.</summary>
    public required int Starts { get; init; }

    /// <summary>Time between compared states.</summary>
    public required double Interval { get; init; }

    /// <summary>Normalised root mean square error after one interval, for the model as given.</summary>
    public required double FirstErrorOriginal { get; init; }

    /// <summary>The same for the corrected model.</summary>
    public required double FirstErrorCorrected { get; init; }

    /// <summary>Largest Lyapunov exponent of the truth, in 1 / time; nothing where no truth is known.</summary>
    public double? LyapunovExponent { get; init; }

    /// <summary>Standard error of the exponent.</summary>
    public double? LyapunovStandardError { get; init; }

    /// <summary>Valid prediction times at each threshold, in model time.</summary>
    public required IReadOnlyList<ValidTimeRecord> ValidTimes { get; init; }

    /// <summary>Whether the corrected model forecasts the next step no worse than the model as given.</summary>
    public bool IsNoWorse => FirstErrorCorrected <= Slack * FirstErrorOriginal;

    /// <summary>The comparison in a sentence.</summary>
    public string Sentence => Reference switch
    {
        SkillReference.Truth => string.Create(CultureInfo.InvariantCulture, $"From {Starts} unseen starts forecasts stay valid (normalised RMSE below {ValidTimes[1].Threshold}) for {Time(ValidTimes[1].Original)} as given and {Time(ValidTimes[1].Corrected)} corrected."),
        SkillReference.HeldOutSequences => string.Create(CultureInfo.InvariantCulture, $"On {Starts} observed sequences that were not fitted the first step's normalised error is {FirstErrorOriginal:G3} as given and {FirstErrorCorrected:G3} corrected, noise of the observations included."),
        _ => string.Create(CultureInfo.InvariantCulture, $"On {Starts} held-out samples the one-step normalised error is {FirstErrorOriginal:G3} as given and {FirstErrorCorrected:G3} corrected, noise of the observations included; longer forecasts were not compared, as no sequence was observed."),
    };

    /// <summary>The record of a comparison.</summary>
    /// <param name="skill">The comparison.</param>
    public static SkillRecord Of(SkillComparison skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return new SkillRecord
        {
            Reference = skill.Reference,
            Starts = skill.Starts,
            Interval = skill.Original.Interval,
            FirstErrorOriginal = First(skill.Original),
            FirstErrorCorrected = First(skill.Corrected),
            LyapunovExponent = skill.Lyapunov?.Value,
            LyapunovStandardError = skill.Lyapunov?.StandardError,
            ValidTimes = [.. skill.OriginalTimes.Zip(skill.CorrectedTimes, (original, corrected) => new ValidTimeRecord(original.Threshold, MeanTime.Of(original), MeanTime.Of(corrected)))],
        };
    }

    /// <summary>A valid prediction time, in Lyapunov times where the exponent is known.</summary>
    /// <param name="time">The time.</param>
    public string Time(MeanTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        double unit = LyapunovExponent ?? 1;
        string text = MeasuredNumber.WithError(time.Mean * unit, time.StandardError * unit);
        return $"{(time.Censored > 0 ? "at least " : "")}{text}{(LyapunovExponent is null ? " time units" : " Lyapunov times")}";
    }

    private static double First(ErrorCurves curves)
    {
        double sum = 0;
        for (int start = 0; start < curves.Errors.Rows; start++) sum += curves.Errors[start, 0] * curves.Errors[start, 0];
        return Math.Sqrt(sum / curves.Errors.Rows);
    }
}

/// <summary>Valid prediction time at one threshold, before and after.</summary>
/// <param name="Threshold">Normalised RMSE that ends a forecast's validity.</param>
/// <param name="Original">The model as given.</param>
/// <param name="Corrected">The corrected model.</param>
public sealed record ValidTimeRecord(double Threshold, MeanTime Original, MeanTime Corrected);

/// <summary>A mean over starts, in model time.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Censored">Starts whose forecast stayed valid to the end: the mean is then a lower bound.</param>
public sealed record MeanTime(double Mean, double StandardError, int Censored)
{
    internal static MeanTime Of(ValidTime time) => new(time.Mean, time.StandardError, time.Censored);
}

/// <summary>Whether the corrected model can be run on.</summary>
/// <param name="IsStable">Whether no leading operator amplifies short waves and no run blew up.</param>
/// <param name="Operators">Leading even-order linear operator of each field; empty where the solver does not show its equation.</param>
/// <param name="Steps">Steps that were run.</param>
/// <param name="Time">Time that they cover.</param>
/// <param name="BlowUpTime">Time of a blow-up; nothing where all stayed bounded.</param>
public sealed record StabilityRecord(bool IsStable, IReadOnlyList<LeadingOperator> Operators, int Steps, double Time, double? BlowUpTime)
{
    /// <summary>The check in a sentence.</summary>
    public string Sentence
    {
        get
        {
            string run = BlowUpTime is { } time
                ? string.Create(CultureInfo.InvariantCulture, $"The corrected model blew up at time {time:G4} of a run of {Steps} steps.")
                : string.Create(CultureInfo.InvariantCulture, $"The corrected model stayed bounded over {Steps} steps (time {Time:G4}).");
            var bad = Operators.FirstOrDefault(leading => !leading.IsDissipative);
            return bad is null ? run : string.Create(CultureInfo.InvariantCulture, $"{run} Its leading operator, {bad.Coefficient:G4} {bad.Term}, amplifies short waves without bound: do not run it on a finer grid.");
        }
    }

    internal static StabilityRecord Of(StabilityCheck check) => new(check.IsStable, check.Operators, check.Steps, check.Time, check.BlowUpTime);
}
