namespace Residuum.Neural.Training;

/// <summary>How the learning rate falls.</summary>
public enum ScheduleKind
{
    /// <summary>Not at all.</summary>
    Constant,

    /// <summary>Along half a cosine to a fraction of itself at the last step.</summary>
    Cosine,

    /// <summary>By a factor every so many steps.</summary>
    StepDecay,
}
