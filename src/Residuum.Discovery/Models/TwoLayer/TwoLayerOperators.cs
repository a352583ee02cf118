using System.Numerics;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Vorticity and stream function of two layers, mode by mode: q_1' = ∇²ψ_1 - F_1 (ψ_1 - ψ_2), q_2' = ∇²ψ_2 + F_2 (ψ_1 - ψ_2).</summary>
internal sealed class TwoLayerOperators
{
    private readonly double[][] _inverse; // ψ̂ = A q̂': A_11, A_12, A_21, A_22, a number twice a mode, as spectra are interleaved
    private readonly double[] _laplacian; // -(k² + l²), twice a mode

    /// <summary>Operators of a pair of layers.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="upper">F_1, the stretching of the upper layer.</param>
    /// <param name="lower">F_2, the stretching of the lower layer.</param>
    public TwoLayerOperators(PlaneGrid grid, double upper, double lower)
    {
        ArgumentNullException.ThrowIfNull(grid);
        (Grid, Upper, Lower) = (grid, upper, lower);
        K2 = grid.Symbol((k, l) => (k * k) + (l * l));
        K8 = grid.Symbol((k, l) => Math.Pow(k, 8) + Math.Pow(l, 8));
        _laplacian = [.. K2.SelectMany(k2 => new[] { -k2, -k2 })];
        _inverse = [.. Enumerable.Range(0, 4).Select(entry => K2.SelectMany(k2 => Enumerable.Repeat(Entry(k2, entry / 2, entry % 2), 2)).ToArray())];
    }

    public PlaneGrid Grid { get; }

    /// <summary>F_1.</summary>
    public double Upper { get; }

    /// <summary>F_2.</summary>
    public double Lower { get; }

    /// <summary>k² + l², <c>[Ny, Nx/2 + 1]</c>.</summary>
    public double[] K2 { get; }

    /// <summary>k⁸ + l⁸, the symbol of the hyperdiffusion, <c>[Ny, Nx/2 + 1]</c>.</summary>
    public double[] K8 { get; }

    private int RowSize => Grid.Nx + 2;

    /// <summary>Row l of the matrix that makes ψ̂ of q̂', each number twice.</summary>
    public ReadOnlySpan<double> Inverse(int to, int from, int l) => _inverse[(2 * to) + from].AsSpan(l * RowSize, RowSize);

    /// <summary>Row l of -(k² + l²), each number twice.</summary>
    public ReadOnlySpan<double> Laplacian(int l) => _laplacian.AsSpan(l * RowSize, RowSize);

    /// <summary>q̂' of ψ̂, both <c>[states, 2, Ny, Nx/2 + 1]</c> complex; may be one and the same.</summary>
    public void PotentialVorticity(ReadOnlySpan<Complex> psi, Span<Complex> q)
    {
        int modes = K2.Length;
        for (int i = 0; i < psi.Length; i += i % modes == modes - 1 ? modes + 1 : 1)
        {
            Complex first = psi[i], second = psi[modes + i], shear = first - second;
            double k2 = K2[i % modes];
            q[i] = (-k2 * first) - (Upper * shear);
            q[modes + i] = (-k2 * second) + (Lower * shear);
        }
    }

    /// <summary>ψ̂ of q̂', both <c>[states, 2, Ny, Nx/2 + 1]</c> complex; may be one and the same. The barotropic mean of ψ is zero.</summary>
    public void StreamFunction(ReadOnlySpan<Complex> q, Span<Complex> psi)
    {
        int modes = K2.Length;
        for (int i = 0; i < q.Length; i += i % modes == modes - 1 ? modes + 1 : 1)
        {
            Complex first = q[i], second = q[modes + i];
            int at = 2 * (i % modes);
            psi[i] = (_inverse[0][at] * first) + (_inverse[1][at] * second);
            psi[modes + i] = (_inverse[2][at] * first) + (_inverse[3][at] * second);
        }
    }

    // ψ_1 = -[(K² + F_2) q_1 + F_1 q_2] / D, ψ_2 = -[F_2 q_1 + (K² + F_1) q_2] / D, D = K² (K² + F_1 + F_2); at K = 0 the part of q_1 - q_2 alone.
    private double Entry(double k2, int to, int from)
    {
        double own = to == 0 ? Upper : Lower, other = to == 0 ? Lower : Upper, sum = Upper + Lower;
        if (k2 == 0) return (to == from ? -own : own) / (sum * sum);
        return -(to == from ? k2 + other : own) / (k2 * (k2 + sum));
    }
}
