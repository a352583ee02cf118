using Residuum.Discovery.TwoLayer;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Projects;

/// <summary>Which terms are candidates in the equations of a two-layer flow.</summary>
public sealed record FlowLibraryOptions
{
    /// <summary>Names of groups and terms.</summary>
    [Option("Groups of candidate terms (default, published, products, bilaplacian, hyperdiffusion) and single ones, such as lap(psi2).", Source = "medida-qg, Algorithm 5: twelve columns")]
    public IReadOnlyList<string> Terms { get; init; } = ["default"];

    /// <summary>The library.</summary>
    /// <exception cref="Numerics.Errors.UserError">An unknown name, or a term twice.</exception>
    public TwoLayerLibrary Build() => TwoLayerLibrary.Of(Terms);
}
