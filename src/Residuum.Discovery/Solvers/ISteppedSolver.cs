namespace Residuum.Discovery.Solvers;

/// <summary>A solver whose internal time step can be set: its order in time can be measured.</summary>
public interface ISteppedSolver : ISolver
{
    /// <summary>Order in time that it claims; 0 claims nothing.</summary>
    int Order { get; }

    /// <summary>The same solver, taking so many internal steps of equal length in each interval.</summary>
    /// <param name="steps">Internal steps of an interval, 1 or more.</param>
    ISolver WithStepsPerInterval(int steps);
}
