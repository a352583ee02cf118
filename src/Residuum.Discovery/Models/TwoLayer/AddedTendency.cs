using System.Numerics.Tensors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Adds to the tendency of q' at every stage of every step: a found correction, a parameterization, a forcing.</summary>
/// <param name="psi">ψ, <c>[2, Ny, Nx]</c>; not to be written to.</param>
/// <param name="tendency">∂q'/∂t, <c>[2, Ny, Nx]</c>; added to.</param>
public delegate void AddedTendency(double[] psi, Span<double> tendency);

/// <summary>Added tendencies in Fourier space.</summary>
internal static class AddedTendencies
{
    /// <summary>Evaluates an added tendency at ψ̂ and adds it to ∂q̂/∂t, both <c>[2, Ny, Nx/2 + 1]</c> complex.</summary>
    public static void Add(AddedTendency added, PlaneGrid grid, ReadOnlySpan<double> psi, Span<double> tendency)
    {
        double[] fields = new double[2 * grid.Points], further = new double[fields.Length], spectra = new double[tendency.Length];
        grid.Transform.Inverse(psi, fields);
        added(fields, further);
        grid.Transform.Forward(further, spectra);
        TensorPrimitives.Add(tendency, spectra, tendency);
    }
}
