namespace Residuum.Discovery.Skill;

/// <summary>Valid prediction time: how long forecasts stay below an error.</summary>
/// <param name="Threshold">Normalised RMSE that ends a forecast's validity.</param>
/// <param name="Times">Time of each start, <c>[starts]</c>; the whole horizon where the error stayed below.</param>
/// <param name="Censored">Starts whose error stayed below to the end: the mean is then a lower bound.</param>
public sealed record ValidTime(double Threshold, double[] Times, int Censored)
{
    /// <summary>Mean over the starts.</summary>
    public double Mean => Times.Average();

    /// <summary>Standard error of the mean, the starts taken as independent; NaN for a single start.</summary>
    public double StandardError
    {
        get
        {
            double mean = Mean;
            return Math.Sqrt(Times.Sum(time => (time - mean) * (time - mean)) / (Times.Length - 1) / Times.Length);
        }
    }

    /// <summary>The same in Lyapunov times.</summary>
    /// <param name="exponent">Largest Lyapunov exponent of the truth; above 0.</param>
    public ValidTime InLyapunovTimes(double exponent) => this with { Times = [.. Times.Select(time => time * exponent)] };
}
