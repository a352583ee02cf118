using Residuum.Discovery.Regression;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.TwoLayer;

/// <summary>The sparse regression of one layer: threshold or corner, the part explained on pairs that were left out, errors from blocks.</summary>
internal sealed class LayerFit
{
    private const double Significance = 3; // standard errors

    private readonly BlockedRows _rows;
    private readonly TwoLayerMedidaOptions _options;
    private readonly int[] _columns;

    /// <summary>Fits a layer.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="options">Options.</param>
    /// <param name="excluded">Columns that may not be used.</param>
    /// <param name="cancel">Stops the work.</param>
    public LayerFit(BlockedRows rows, TwoLayerMedidaOptions options, IReadOnlyCollection<int> excluded, CancellationToken cancel)
    {
        (_rows, _options) = (rows, options);
        _columns = [.. Enumerable.Range(0, rows.Phi.Columns).Except(excluded)];
        var all = rows.Blocks.Sum();
        Curve = SparsityCurve.Of(all.Subset(_columns), cancel);
        AlphaMax = options.Selection == SparsityRule.Corner ? Curve.Corner() : options.AlphaMax;
        Fit = Significant(Refined(Regress(all, _columns, cancel)));
        Explained = ExplainedWithout([], cancel);
    }

    public SparsityCurve Curve { get; }

    public double AlphaMax { get; }

    /// <summary>The fit on all rows, without intercept.</summary>
    public SparseFit Fit { get; }

    /// <summary>R² of pairs that were left out; with one pair, of the halves of its blocks.</summary>
    public double Explained { get; }

    /// <summary>Standard errors by the sandwich of the blocks, <c>[terms]</c>.</summary>
    public double[] StandardErrors() => ErrorsOf(Fit);

    /// <summary>Part of the bootstrap replicates that keep each term, <c>[terms]</c>.</summary>
    public double[] InclusionProbabilities(string purpose, CancellationToken cancel)
    {
        var kept = new double[Fit.Coefficients.Length];
        if (_options.Replicates == 0) Array.Fill(kept, double.NaN);
        for (int replicate = 0; replicate < _options.Replicates; replicate++)
        {
            cancel.ThrowIfCancellationRequested();
            var random = new RandomStream(_options.Seed, $"bootstrap of blocks, {purpose}", replicate);
            var counts = new int[_rows.Blocks.Count];
            for (int draw = 0; draw < counts.Length; draw++) counts[random.Integer(counts.Length)]++;
            foreach (int term in Regress(_rows.Blocks.Sum(counts), _columns, cancel).Support) kept[term] += 1.0 / _options.Replicates;
        }
        return kept;
    }

    /// <summary>R² of pairs that were left out when some terms may not be used.</summary>
    public double ExplainedWithout(IReadOnlyList<int> terms, CancellationToken cancel)
    {
        int pairs = _rows.PairOfBlock.Distinct().Count();
        int[] fold = pairs > 1 ? _rows.PairOfBlock : [.. Enumerable.Range(0, _rows.Blocks.Count).Select(block => 2 * block / _rows.Blocks.Count)];
        int[] columns = [.. _columns.Except(terms)];
        double left = 0, total = 0;
        foreach (var part in Enumerable.Range(0, fold.Length).GroupBy(block => fold[block]))
        {
            double[] negative = [.. Regress(_rows.Blocks.Without(part), columns, cancel).Coefficients.Select(value => -value)];
            foreach (int block in part)
            {
                var equations = _rows.Blocks[block];
                total += equations.TargetSquare;
                left += equations.AddToTarget(negative).TargetSquare;
            }
        }
        return 1 - (left / total);
    }

    /// <summary>Least squares on the support, without intercept.</summary>
    private SparseFit Refined(SparseFit fit)
    {
        double[] c = _rows.Refine(fit), negative = [.. c.Select(value => -value)];
        return fit with { Coefficients = c, Intercept = 0, ResidualSquare = _rows.Blocks.AddToTarget(negative).Sum().TargetSquare };
    }

    /// <summary>The fit without terms that lie within three standard errors of zero, the weakest first: thousands of dependent rows keep such by luck.</summary>
    private SparseFit Significant(SparseFit fit)
    {
        double[] errors = ErrorsOf(fit);
        var weak = fit.Support.Select(j => (Term: j, Size: Math.Abs(fit.Coefficients[j]) / errors[j])).Where(term => term.Size < Significance).OrderBy(term => term.Size).ToArray();
        if (weak.Length == 0) return fit;
        double[] kept = (double[])fit.Coefficients.Clone();
        kept[weak[0].Term] = 0;
        return Significant(Refined(new SparseFit(kept, fit.StandardErrors, fit.Precisions, 0, fit.ResidualSquare, fit.Passes, fit.Stop)));
    }

    private double[] ErrorsOf(SparseFit fit)
    {
        var errors = new double[fit.Coefficients.Length];
        if (fit.Support.Count == 0) return errors;
        double[] kept = ClusteredSandwich.StandardErrors(ClusteredSandwich.Covariance(_rows.Blocks, fit, Scaling.RootMeanSquare));
        for (int k = 0; k < kept.Length; k++) errors[fit.Support[k]] = kept[k];
        return errors;
    }

    private SparseFit Regress(NormalEquations data, int[] columns, CancellationToken cancel)
    {
        var fit = new RelevanceVectorMachine(SparsityCurve.Options(AlphaMax)).Fit(data.Subset(columns), cancel);
        return new SparseFit(Spread(fit.Coefficients), Spread(fit.StandardErrors), Spread(fit.Precisions), fit.Intercept, fit.ResidualSquare, fit.Passes, fit.Stop);

        double[] Spread(double[] values)
        {
            var all = new double[data.Columns];
            for (int j = 0; j < columns.Length; j++) all[columns[j]] = values[j];
            return all;
        }
    }
}
