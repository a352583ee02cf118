namespace Residuum.Discovery.Interpolation;

/// <summary>Options of <see cref="PlainNetwork"/>: four layers of 147, as many weights as the default network with Fourier features.</summary>
public sealed record PlainNetworkOptions : NetworkOptions
{
    /// <summary>The defaults (medida-qg, study D).</summary>
    public PlainNetworkOptions() => (Width, HiddenLayers, Iterations) = (147, 4, 1000);
}
