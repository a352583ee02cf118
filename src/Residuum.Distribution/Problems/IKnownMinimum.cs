namespace Residuum.Distribution.Problems;

/// <summary>An objective whose minimum is known in closed form.</summary>
public interface IKnownMinimum : IObjective
{
    /// <summary>f* = f(x*).</summary>
    double Minimum { get; }

    /// <summary>x*.</summary>
    ReadOnlySpan<double> Minimiser { get; }

    /// <summary>f(x) - f*, without the cancellation of a difference.</summary>
    /// <param name="x">x, d numbers.</param>
    double Gap(ReadOnlySpan<double> x);
}
