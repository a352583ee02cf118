using System.Numerics.Tensors;
using Residuum.Discovery.Models;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.TwoLayer;

/// <summary>Forms the rows of both layers' equations: the inside of the cut, tile by tile (medida-qg, Algorithm 4 and 5).</summary>
/// <param name="model">The model.</param>
/// <param name="library">Candidate terms: the columns of either layer.</param>
/// <param name="filter">Weights of the scales.</param>
/// <param name="time">When terms are evaluated; not auto.</param>
/// <param name="cut">Grid points that are used.</param>
internal sealed class TwoLayerEquations(TwoLayerModel model, TwoLayerLibrary library, ScaleFilter filter, TwoLayerLibraryTime time, PlaneCut cut)
{
    /// <summary>Points along a side of a tile: beyond the deformation radius on the grids of the paper.</summary>
    public const int TileSize = 9;

    private readonly (int[] Places, int[] Starts) _tiles = Tiles(cut);

    /// <summary>Candidate terms: the columns.</summary>
    public TwoLayerLibrary Library => library;

    /// <summary>Terms and targets of both layers.</summary>
    /// <param name="pairs">States and increments.</param>
    /// <param name="found">Coefficients in the model already, <c>[layers][terms]</c>: their terms are added to the target.</param>
    public BlockedRows[] Form(IReadOnlyList<FlowPair> pairs, IReadOnlyList<double[]> found)
    {
        var (places, starts) = _tiles;
        int q = library.Terms.Count, each = places.Length;
        var phi = new Matrix(pairs.Count * each, q);
        double[][] targets = [new double[phi.Rows], new double[phi.Rows]];
        Parallel.For(0, pairs.Count, pair => // library states are not shared between threads
        {
            double[][] terms = Terms(pairs[pair]);
            for (int i = 0; i < each; i++)
            {
                var row = phi.Row((pair * each) + i);
                for (int j = 0; j < q; j++) row[j] = terms[j][places[i]];
            }
            for (int layer = 0; layer < 2; layer++)
            {
                double[] h = filter.Increment(pairs[pair].Increment.AsSpan(layer * model.Grid.Points, model.Grid.Points).ToArray());
                for (int i = 0; i < each; i++) targets[layer][(pair * each) + i] = h[places[i]];
            }
        });
        int[] blocks = [.. Enumerable.Range(0, pairs.Count).SelectMany(pair => starts.Select(start => (pair * each) + start))];
        int[] pairOfBlock = [.. Enumerable.Range(0, pairs.Count).SelectMany(pair => starts.Select(_ => pair))];
        return [.. targets.Select((target, layer) => new BlockedRows(phi, Cumulative(target, phi, found[layer]), blocks, pairOfBlock))];
    }

    /// <summary>Root mean square of a field inside the cut.</summary>
    public double SizeInside(ReadOnlySpan<double> field)
    {
        double sum = 0;
        foreach (int place in _tiles.Places) sum += field[place] * field[place];
        return Math.Sqrt(sum / _tiles.Places.Length);
    }

    /// <summary>Columns of a pair, <c>[terms][Ny Nx]</c>.</summary>
    public double[][] Terms(FlowPair pair)
    {
        if (time != TwoLayerLibraryTime.Trapezoid) return Terms(time == TwoLayerLibraryTime.Predicted ? pair.Predicted : pair.Start, pair.Interval);
        double[][] start = Terms(pair.Start, pair.Interval), end = Terms(pair.End, pair.Interval);
        return [.. start.Zip(end, Mean)];
    }

    private double[][] Terms(double[] psi, double interval)
    {
        var state = new TwoLayerFields(model, psi);
        return [.. library.Terms.Select(term => filter.Term(term.Evaluate(state), interval))];
    }

    private static double[] Mean(double[] a, double[] b)
    {
        var mean = new double[a.Length];
        TensorPrimitives.Add<double>(a, b, mean);
        TensorPrimitives.Multiply(mean, 0.5, mean);
        return mean;
    }

    private static double[] Cumulative(double[] target, Matrix phi, double[] found)
    {
        if (found.All(c => c == 0)) return target;
        for (int row = 0; row < target.Length; row++) target[row] += TensorPrimitives.Dot<double>(phi.Row(row), found);
        return target;
    }

    /// <summary>Grid points inside the cut in the order of tiles, and where each tile starts.</summary>
    private static (int[] Places, int[] Starts) Tiles(PlaneCut cut)
    {
        int nx = cut.Grid.Nx, right = nx - cut.Width, bottom = cut.Grid.Ny - cut.Width;
        var places = new List<int>();
        var starts = new List<int>();
        for (int top = cut.Width; top < bottom; top += TileSize)
        {
            for (int left = cut.Width; left < right; left += TileSize)
            {
                starts.Add(places.Count);
                for (int j = top; j < Math.Min(top + TileSize, bottom); j++)
                {
                    for (int i = left; i < Math.Min(left + TileSize, right); i++) places.Add((j * nx) + i);
                }
            }
        }
        return ([.. places], [.. starts]);
    }
}
