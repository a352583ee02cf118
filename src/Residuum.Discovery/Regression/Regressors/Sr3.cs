using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>Sparse relaxed regularized regression: min over w, v of ½‖y - Φw‖² + λR(v) + ‖w - v‖²/(2ν); v is the result.</summary>
/// <remarks>Zheng, Askham, Brunton, Kutz and Aravkin, IEEE Access 7, 1404 (2019).</remarks>
/// <param name="options">Penalty, coupling, norm and limit.</param>
public sealed class Sr3(Sr3Options options) : StandardizedRegressor(options.Scaling)
{
    /// <summary>With the defaults.</summary>
    public Sr3()
        : this(new Sr3Options())
    {
    }

    /// <inheritdoc/>
    public override string Name => "sr3";

    /// <inheritdoc/>
    protected override StandardizedFit Solve(StandardizedEquations data, CancellationToken cancel)
    {
        int[] all = [.. Enumerable.Range(0, data.Columns.Count)];
        Matrix inverse = new LeastSquares(data, all, 1 / options.Coupling).Inverse;
        double[] v = new LeastSquares(data, all).Coefficients;
        var right = new double[v.Length];
        for (int pass = 1; pass <= options.MaxPasses; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            TensorPrimitives.MultiplyAdd<double>(v, 1 / options.Coupling, data.Moment, right);
            double change = 0;
            var next = new double[v.Length];
            for (int j = 0; j < v.Length; j++)
            {
                next[j] = Proximal(TensorPrimitives.Dot<double>(inverse.Row(j), right));
                change = Math.Max(change, Math.Abs(next[j] - v[j]));
            }
            v = next;
            if (change < options.Tolerance) return ToFit(data, v, pass, Stop.Converged);
        }
        return ToFit(data, v, options.MaxPasses, Stop.PassLimit);
    }

    private double Proximal(double w)
    {
        double soft = options.Penalty * options.Coupling;
        return options.Norm switch
        {
            PenaltyNorm.L0 => Math.Abs(w) > Math.Sqrt(2 * soft) ? w : 0,
            _ => Math.Sign(w) * Math.Max(Math.Abs(w) - soft, 0),
        };
    }

    private StandardizedFit ToFit(StandardizedEquations data, double[] v, int passes, Stop stop)
    {
        int[] support = [.. Enumerable.Range(0, v.Length).Where(j => v[j] != 0)];
        StandardizedFit free = new LeastSquares(data, support).ToFit(passes, stop);
        return options.Refit ? free : free with { Coefficients = [.. support.Select(j => v[j])] };
    }
}
