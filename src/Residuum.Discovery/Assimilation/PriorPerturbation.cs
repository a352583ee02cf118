using System.Numerics.Tensors;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Assimilation;

/// <summary>How the members around an observed state are perturbed: Gaussian, of zero mean, with a given variance averaged over the state.</summary>
public sealed class PriorPerturbation
{
    private readonly Matrix? _root;

    private PriorPerturbation(string name, double deviation, Matrix? root) => (Name, Deviation, _root) = (name, deviation, root);

    /// <summary>Name for reports.</summary>
    public string Name { get; }

    /// <summary>Root mean variance σ_b.</summary>
    public double Deviation { get; }

    /// <summary>Independent at every point, as published (medida-ks, Algorithm step 2).</summary>
    /// <param name="deviation">σ_b.</param>
    public static PriorPerturbation White(double deviation) => new("white", deviation, null);

    /// <summary>White below a wave number, nothing above: what a smooth field can look like.</summary>
    /// <param name="deviation">σ_b.</param>
    /// <param name="layout">Layout of the states.</param>
    /// <param name="cutoff">Largest wave number κ_c, in 1 / length.</param>
    public static PriorPerturbation BandLimited(double deviation, StateLayout layout, double cutoff)
    {
        ArgumentNullException.ThrowIfNull(layout);
        int modes = (int)Math.Min(cutoff * layout.Length / (2 * Math.PI), (layout.Points - 1) / 2);
        var root = new Matrix(layout.Fields.Count * ((2 * modes) + 1), layout.Size);
        for (int row = 0; row < root.Rows; row++)
        {
            int field = row / ((2 * modes) + 1), wave = row % ((2 * modes) + 1);
            var values = root.Row(row).Slice(field * layout.Points, layout.Points);
            for (int i = 0; i < values.Length; i++) values[i] = Wave(wave, 2 * Math.PI * i / layout.Points);
        }
        return new("band-limited", deviation, Scaled(root, deviation));
    }

    /// <summary>With the covariance of observed states, scaled: what the system itself looks like.</summary>
    /// <param name="deviation">σ_b.</param>
    /// <param name="states">States of the system, at least 2.</param>
    public static PriorPerturbation Climatological(double deviation, StateBatch states)
    {
        ArgumentNullException.ThrowIfNull(states);
        if (states.Members < 2) throw new UserError("too few states for a climatology", found: $"{states.Members}", expected: "at least 2");
        var root = new Matrix(states.Members, states.Layout.Size, (double[])states.Values.Clone());
        EnsembleMoments.Centre(root);
        return new("climatological", deviation, Scaled(root, deviation));
    }

    /// <summary>Members around a state; each has a random stream of its own, so that they do not depend on the number of members or threads.</summary>
    /// <param name="state">The centre.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="members">Number of members.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="sample">Sample that the ensemble is for.</param>
    /// <returns>Members, <c>[members, fields, points]</c>.</returns>
    public StateBatch Around(ReadOnlySpan<double> state, StateLayout layout, int members, long seed, int sample)
    {
        ArgumentNullException.ThrowIfNull(layout);
        int size = _root?.Rows ?? layout.Size;
        var normals = new Matrix(members, size);
        string purpose = $"prior of sample {sample}";
        Parallel.For(0, members, member => new RandomStream(seed, purpose, member).Normal(normals.Row(member)));
        Matrix ensemble = _root is null ? normals : Dense.Multiply(normals, _root);
        double factor = _root is null ? Deviation : 1;
        for (int member = 0; member < members; member++) TensorPrimitives.MultiplyAdd(ensemble.Row(member), factor, state, ensemble.Row(member));
        return new StateBatch(layout, members, ensemble.Values);
    }

    /// <summary>Orthogonal waves of equal power: 1, √2 cos x, √2 sin x, √2 cos 2x, ...</summary>
    private static double Wave(int index, double x)
    {
        if (index == 0) return 1;
        double phase = (index + 1) / 2 * x;
        return Math.Sqrt(2) * (index % 2 == 1 ? Math.Cos(phase) : Math.Sin(phase));
    }

    private static Matrix Scaled(Matrix root, double deviation)
    {
        double meanVariance = TensorPrimitives.SumOfSquares<double>(root.Values) / root.Columns;
        TensorPrimitives.Multiply(root.Values, deviation / Math.Sqrt(meanVariance), root.Values);
        return root;
    }
}
