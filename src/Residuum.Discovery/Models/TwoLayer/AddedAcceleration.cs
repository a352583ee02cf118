using System.Numerics.Tensors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Adds to the accelerations of both layers: a parameterization of momentum, a wind.</summary>
/// <param name="psi">ψ, <c>[2, Ny, Nx]</c>; not to be written to.</param>
/// <param name="u">∂u/∂t, <c>[2, Ny, Nx]</c>; added to.</param>
/// <param name="v">∂v/∂t, <c>[2, Ny, Nx]</c>; added to.</param>
public delegate void AddedAcceleration(double[] psi, Span<double> u, Span<double> v);

/// <summary>Makes accelerations tendencies of vorticity.</summary>
public static class Accelerations
{
    /// <summary>The tendency ∂_x(∂v/∂t) - ∂_y(∂u/∂t) of q.</summary>
    /// <param name="grid">Grid of the model.</param>
    /// <param name="added">The accelerations.</param>
    public static AddedTendency Curl(PlaneGrid grid, AddedAcceleration added)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(added);
        return (psi, tendency) =>
        {
            double[] u = new double[psi.Length], v = new double[psi.Length];
            added(psi, u, v);
            TensorPrimitives.Add(tendency, grid.Derivative(v, 1, 0), tendency);
            TensorPrimitives.Subtract(tendency, grid.Derivative(u, 0, 1), tendency);
        };
    }
}
