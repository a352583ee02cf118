namespace Residuum.Distribution.Runs;

/// <summary>What is measured of a round, before its step.</summary>
/// <param name="Round">Round, from 0.</param>
/// <param name="Value">f(x_t).</param>
/// <param name="GradientSquare">|∇f(x_t)|².</param>
/// <param name="Gap">f(x_t) - f*; NaN where f* is not known.</param>
/// <param name="BitsUp">Bits that a worker has sent so far, the mean over the workers.</param>
/// <param name="Alpha">1 - |C(v) - v|²/|v|² of the round before, the mean over the messages; NaN for none.</param>
public sealed record RoundRecord(int Round, double Value, double GradientSquare, double Gap, double BitsUp, double Alpha);

/// <summary>Why a run ended.</summary>
public enum RunStop
{
    /// <summary>All rounds are done.</summary>
    Rounds,

    /// <summary>|∇f|² reached its target.</summary>
    Target,

    /// <summary>|∇f|² grew beyond its bound, or f is not finite.</summary>
    Diverged,
}

/// <summary>A run.</summary>
/// <param name="X">x at the end.</param>
/// <param name="Records">What was measured, in the order of the rounds.</param>
/// <param name="Stop">Why it ended.</param>
/// <param name="Rounds">Steps taken.</param>
/// <param name="BitsUp">Bits that a worker sent, the mean over the workers.</param>
public sealed record RunTrace(double[] X, IReadOnlyList<RoundRecord> Records, RunStop Stop, int Rounds, double BitsUp);
