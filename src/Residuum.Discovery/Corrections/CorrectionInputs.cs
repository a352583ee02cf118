using System.Numerics.Tensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Corrections;

/// <summary>What a correction is given of a state: ψ of each layer, by option ∇²ψ, and fields that never change.</summary>
/// <param name="Grid">Grid.</param>
/// <param name="Layers">Layers of the flow.</param>
/// <param name="Vorticity">Whether ∇²ψ is given.</param>
/// <param name="Known">Fields that never change, <c>[fields, Ny, Nx]</c>.</param>
internal sealed record CorrectionInputs(PlaneGrid Grid, int Layers, bool Vorticity, double[] Known)
{
    /// <summary>Fields of a state.</summary>
    public int Channels => (Vorticity ? 2 * Layers : Layers) + (Known.Length / Grid.Points);

    /// <summary>Inputs, <c>[states, channels, Ny, Nx]</c>, of ψ, <c>[states, layers, Ny, Nx]</c>.</summary>
    public double[] Of(ReadOnlySpan<double> psi)
    {
        int size = Layers * Grid.Points, states = psi.Length / size;
        double[] vorticity = Vorticity ? Laplacian(psi) : [], inputs = new double[states * Channels * Grid.Points];
        for (int state = 0; state < states; state++)
        {
            var target = inputs.AsSpan(state * Channels * Grid.Points, Channels * Grid.Points);
            psi.Slice(state * size, size).CopyTo(target);
            if (Vorticity) vorticity.AsSpan(state * size, size).CopyTo(target[size..]);
            Known.CopyTo(target[^Known.Length..]);
        }
        return inputs;
    }

    /// <summary>Points inside a cut from every side.</summary>
    public int[] Inside(int cut)
    {
        var inside = new PlaneCut(Grid, cut);
        return !inside.IsEmpty ? inside.Indices() : throw new UserError("the cut leaves no points", "cut", $"{cut}", $"below {Math.Min(Grid.Nx, Grid.Ny) / 2}");
    }

    private double[] Laplacian(ReadOnlySpan<double> psi)
    {
        double[] laplacian = Grid.Derivative(psi, 2, 0);
        TensorPrimitives.Add(laplacian, Grid.Derivative(psi, 0, 2), laplacian);
        return laplacian;
    }
}
