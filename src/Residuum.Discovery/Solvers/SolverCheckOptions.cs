using Residuum.Numerics.Options;

namespace Residuum.Discovery.Solvers;

/// <summary>How a solver's contract is checked.</summary>
public sealed record SolverCheckOptions
{
    /// <summary>States that are tried; more are ignored.</summary>
    [Option("States that are tried.", Range = "[2, 1000]")]
    public int Members { get; init => field = Require.Declared(this, value); } = 4;

    /// <summary>Internal steps of the coarsest of the three runs that measure the order.</summary>
    [Option("Internal steps of the coarsest of the three runs that measure the order in time.", Range = "[1, 10000]")]
    public int CoarseSteps { get; init => field = Require.Declared(this, value); } = 4;

    /// <summary>Largest relative difference that still counts as rounding.</summary>
    [Option("Largest relative difference between batch and serial runs, and after a restart, that still counts as rounding.", Range = "[0, 1)")]
    public double Rounding { get; init => field = Require.Declared(this, value); } = 1e-10;

    /// <summary>How far below the claimed order the observed one may lie.</summary>
    [Option("How far below the claimed order the observed one may lie.", Range = "(0, 1)")]
    public double OrderTolerance { get; init => field = Require.Declared(this, value); } = 0.3;
}
