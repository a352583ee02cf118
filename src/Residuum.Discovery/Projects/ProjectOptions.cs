using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Projects;

/// <summary>A project of <c>residuum discover</c>: what was observed, the model whose error is sought, and how.</summary>
public record ProjectOptions
{
    /// <summary>What was observed.</summary>
    [Option("What was observed.")]
    public ObservationOptions Observations { get; init; } = new();

    /// <summary>A built-in model.</summary>
    [Option("A built-in model; leave it out where 'solver' brings a command.")]
    public ModelOptions Model { get; init; } = new();

    /// <summary>A solver of the user's own.</summary>
    [Option("A solver of your own, run as a child process.", Source = "protocol 1")]
    public ExternalSolverOptions Solver { get; init; } = new();

    /// <summary>Candidate terms.</summary>
    [Option("Candidate terms of the missing physics.")]
    public LibraryOptions Library { get; init; } = new();

    /// <summary>How MEDIDA works.</summary>
    [Option("How MEDIDA works: passes, band limit, regression, choice of terms, uncertainty, assimilation.")]
    public MedidaOptions Method { get; init; } = new();
}
