namespace Residuum.Neural.Training;

/// <summary>Why training ended.</summary>
public enum TrainingStop
{
    /// <summary>All steps were taken.</summary>
    StepLimit,

    /// <summary>The validation did not improve for its patience.</summary>
    Validation,
}

/// <summary>What training gave; the weights stand in the network itself.</summary>
/// <param name="Losses">Loss of each step.</param>
/// <param name="Stop">Why it ended.</param>
/// <param name="BestScore">Best score of the validation; NaN without one.</param>
/// <param name="BestStep">Number of steps that the weights in the network were trained.</param>
public sealed record TrainingResult(IReadOnlyList<double> Losses, TrainingStop Stop, double BestScore, long BestStep);
