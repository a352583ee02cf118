using System.Numerics;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>What the spectral equations of two layers are made of, mode by mode: all linear parts and the constant forcing.</summary>
/// <remarks>q_1' = ∇²ψ_1 - F_1 (ψ_1 - ψ_2), q_2' = ∇²ψ_2 + F_2 (ψ_1 - ψ_2). Arrays run over the modes <c>[Ny, Nx/2 + 1]</c>.</remarks>
internal sealed class TwoLayerOperators
{
    /// <summary>Operators of a pair of layers.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="upper">F_1, the stretching of the upper layer.</param>
    /// <param name="lower">F_2, the stretching of the lower layer.</param>
    public TwoLayerOperators(PlaneGrid grid, double upper, double lower)
    {
        (Grid, Upper, Lower) = (grid, upper, lower);
        K2 = [.. grid.WaveNumbersY.SelectMany(l => grid.WaveNumbersX.Select(k => (k * k) + (l * l)))];
        K8 = [.. grid.WaveNumbersY.SelectMany(l => grid.WaveNumbersX.Select(k => Math.Pow(k, 8) + Math.Pow(l, 8)))];
    }

    public PlaneGrid Grid { get; }

    /// <summary>F_1.</summary>
    public double Upper { get; }

    /// <summary>F_2.</summary>
    public double Lower { get; }

    /// <summary>k² + l².</summary>
    public double[] K2 { get; }

    /// <summary>k⁸ + l⁸, the symbol of the hyperdiffusion.</summary>
    public double[] K8 { get; }

    /// <summary>Modes of a spectrum.</summary>
    public int Modes => K2.Length;

    /// <summary>q̂' of ψ̂, both <c>[states, 2, modes]</c> complex; may be one and the same.</summary>
    public void PotentialVorticity(ReadOnlySpan<Complex> psi, Span<Complex> q)
    {
        for (int state = 0; state < psi.Length; state += 2 * Modes)
        {
            for (int i = 0; i < Modes; i++)
            {
                Complex first = psi[state + i], second = psi[state + Modes + i], shear = first - second;
                q[state + i] = (-K2[i] * first) - (Upper * shear);
                q[state + Modes + i] = (-K2[i] * second) + (Lower * shear);
            }
        }
    }

    /// <summary>ψ̂ of q̂', both <c>[states, 2, modes]</c> complex; may be one and the same. The barotropic mean of ψ is zero.</summary>
    public void StreamFunction(ReadOnlySpan<Complex> q, Span<Complex> psi)
    {
        for (int state = 0; state < q.Length; state += 2 * Modes)
        {
            for (int i = 0; i < Modes; i++)
            {
                Complex first = q[state + i], second = q[state + Modes + i];
                Complex barotropic = K2[i] == 0 ? 0 : -((Lower * first) + (Upper * second)) / ((Upper + Lower) * K2[i]);
                Complex shear = -(first - second) / (K2[i] + Upper + Lower);
                psi[state + i] = barotropic + (Upper / (Upper + Lower) * shear);
                psi[state + Modes + i] = barotropic - (Lower / (Upper + Lower) * shear);
            }
        }
    }
}
