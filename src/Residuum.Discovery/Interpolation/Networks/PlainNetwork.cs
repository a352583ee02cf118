using Residuum.Neural.Layers;

namespace Residuum.Discovery.Interpolation;

/// <summary>A network of the places themselves: it learns large scales and leaves small ones (medida-qg, study D).</summary>
/// <param name="options">Options.</param>
public sealed class PlainNetwork(PlainNetworkOptions? options = null) : NetworkInterpolator(options ?? new PlainNetworkOptions())
{
    private protected override string Kind => "mlp";

    private protected override RandomFourierFeatures? Features(long seed) => null;
}
