using Residuum.Discovery.Observations;
using Residuum.Discovery.TwoLayer;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Projects;

/// <summary>A project of <c>residuum discover flow</c>: what sensors read of a two-layer flow, the model whose error is sought, and how.</summary>
public sealed record FlowProjectOptions
{
    /// <summary>What was observed.</summary>
    [Option("What was observed: pairs of snapshots, a short time apart, at sensors.")]
    public ObservationOptions Observations { get; init; } = new();

    /// <summary>The model.</summary>
    [Option("The two-layer model whose error is sought, and its grid.")]
    public FlowModelOptions Model { get; init; } = new();

    /// <summary>How fields are made of readings.</summary>
    [Option("How fields are made of what the sensors read.")]
    public FlowInterpolationOptions Interpolation { get; init; } = new();

    /// <summary>Candidate terms.</summary>
    [Option("Candidate terms of the missing physics.")]
    public FlowLibraryOptions Library { get; init; } = new();

    /// <summary>How MEDIDA works.</summary>
    [Option("How MEDIDA works: cut, filters, regression, choice of terms, uncertainty.")]
    public TwoLayerMedidaOptions Method { get; init; } = new();

    /// <summary>How the corrected model is put to the test.</summary>
    [Option("How the corrected model is put to the test.")]
    public FlowValidationOptions Validation { get; init; } = new();
}
