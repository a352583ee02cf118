using Residuum.Numerics.Options;

namespace Residuum.Discovery.Interpolation;

/// <summary>Options of the polyharmonic fill.</summary>
public sealed record PolyharmonicOptions
{
    /// <summary>Power p of the energy Σ |ψ̂|² (k² + l² + ε)^p.</summary>
    [Option("Power of the polyharmonic energy: the higher, the smoother between sensors.", Range = "[1, 12]", Source = "medida-qg, Interpolators (a): 4 to 6")]
    public double Power { get; init => field = Require.Declared(this, value); } = 6;

    /// <summary>ε: holds the mean, which has no gradient.</summary>
    [Option("Shift of the squared wave numbers, which holds the mean.", Range = "(0, inf)", Unit = "1/length^2", Source = "medida-qg, study B")]
    public double Shift { get; init => field = Require.Declared(this, value); } = 1e-3;

    /// <summary>Missing grid points up to which a matrix is factored; conjugate gradients above.</summary>
    [Option("Missing grid points up to which a dense matrix is factored; conjugate gradients above.", Range = "[0, 20000]", Source = "medida-qg, Interpolators (a)")]
    public int LargestDense { get; init => field = Require.Declared(this, value); } = 5000;
}
