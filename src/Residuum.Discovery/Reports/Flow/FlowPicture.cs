using System.Numerics.Tensors;
using Residuum.Discovery.Projects;
using Residuum.Discovery.TwoLayer;

namespace Residuum.Discovery.Reports;

/// <summary>The fields of the first fitted pair that a reader wants to see: states, increments, what the terms explain of them, what is left.</summary>
internal sealed class FlowPicture
{
    private readonly double[][] _increments = new double[2][], _explained = new double[2][], _residuals = new double[2][];

    /// <summary>Evaluates the found terms on the first pair.</summary>
    public FlowPicture(FlowProject project, TwoLayerResult result)
    {
        (Project, Result) = (project, result);
        var method = project.Options.Method;
        var filter = new ScaleFilter(result.Model, result.Weight, result.Cutoff, method.FilterColumns ? method.Scheme : null);
        double[][] terms = new TwoLayerEquations(result.Model, result.Library, filter, result.LibraryTime, project.Cut).Terms(Pair);
        for (int layer = 0; layer < 2; layer++)
        {
            double[] explained = new double[Points], total = filter.Increment(Of(Pair.Increment, layer)), residual = new double[Points];
            for (int term = 0; term < terms.Length; term++) TensorPrimitives.MultiplyAdd(terms[term], result.Correction[layer][term], explained, explained);
            // Later passes take increments of the model that holds the terms already.
            if (result.Passes > 1) TensorPrimitives.Add<double>(total, explained, total);
            TensorPrimitives.Subtract<double>(total, explained, residual);
            (_increments[layer], _explained[layer], _residuals[layer]) = (total, explained, residual);
        }
    }

    public FlowProject Project { get; }

    public TwoLayerResult Result { get; }

    public FlowPair Pair => Result.Pairs[0];

    private int Points => Project.Model.Grid.Points;

    /// <summary>ψ at the start.</summary>
    public double[] Psi(int layer) => Of(Pair.Start, layer);

    /// <summary>q' at the start.</summary>
    public double[] Vorticity(int layer) => Of(Project.Model.PotentialVorticity(Pair.Start), layer);

    /// <summary>h, with the weights of the regression.</summary>
    public double[] Increment(int layer) => _increments[layer];

    /// <summary>What the found terms explain of it.</summary>
    public double[] Explained(int layer) => _explained[layer];

    /// <summary>What they leave.</summary>
    public double[] Residual(int layer) => _residuals[layer];

    private double[] Of(double[] fields, int layer) => fields.AsSpan(layer * Points, Points).ToArray();
}
