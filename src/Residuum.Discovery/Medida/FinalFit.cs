using System.Numerics.Tensors;
using Residuum.Discovery.Regression;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery;

/// <summary>The last word on a field: all samples, the support of the kept pass, errors from the spread between samples.</summary>
internal sealed class FinalFit
{
    private readonly MedidaProblem _problem;
    private readonly MedidaOptions _options;
    private readonly int[] _samples;
    private readonly double[]?[] _errors;

    /// <summary>Refits the kept pass on all samples.</summary>
    /// <param name="problem">Model, observations, libraries.</param>
    /// <param name="options">Options.</param>
    /// <param name="kept">Coefficients of the kept pass.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <param name="leftOut">Samples that are not fitted; none where left out.</param>
    public FinalFit(MedidaProblem problem, MedidaOptions options, IReadOnlyList<double[]> kept, CancellationToken cancel, Func<int, bool>? leftOut = null)
    {
        (_problem, _options, _errors) = (problem, options, new double[]?[kept.Count]);
        var terms = problem.Terms(kept);
        var increments = problem.Taker.Take(terms, cancel);
        int[] usable = MedidaPasses.Usable(increments);
        _samples = leftOut is null ? usable : [.. usable.Where(sample => !leftOut(sample))];
        Equations = [.. kept.Select((c, field) => problem.Form(field, kept, increments, _samples, cancel).AddToTarget(c))];
        Coefficients = [.. kept.Select((c, field) => Refit(field, Refit(field, c).Select((value, j) => Size(field, j, value) > problem.Negligible[field] ? value : 0)))];
        Increments = problem.Taker.Take(problem.Terms(Coefficients), cancel);
        if (MedidaPasses.Usable(Increments).Length == usable.Length) return;
        (Coefficients, Increments) = (kept, increments); // The refit is not stable: the kept pass is.
    }

    /// <summary>Second moments of each sample for each field's cumulative target.</summary>
    public IReadOnlyList<GroupedEquations> Equations { get; }

    /// <summary>Coefficients, <c>[fields][terms]</c>.</summary>
    public IReadOnlyList<double[]> Coefficients { get; }

    /// <summary>What the corrected model leaves.</summary>
    public IncrementSet Increments { get; }

    /// <summary>Samples that were used.</summary>
    public int[] Samples => _samples;

    /// <summary>This fit, or one without the terms that lie within three standard errors of zero: what a criterion that counts rows keeps by luck.</summary>
    public FinalFit Significant(CancellationToken cancel)
    {
        const double significance = 3;
        var weakest = Enumerable.Range(0, Coefficients.Count)
            .SelectMany(field => StandardErrors(field, cancel).Select((error, term) => (field, term, t: Math.Abs(Coefficients[field][term]) / error)))
            .Where(found => Coefficients[found.field][found.term] != 0 && found.t < significance)
            .OrderBy(found => found.t).Select(found => ((int Field, int Term)?)(found.field, found.term)).FirstOrDefault();
        if (weakest is not { } weak) return this;
        double[][] kept = [.. Coefficients.Select(c => (double[])c.Clone())];
        kept[weak.Field][weak.Term] = 0;
        return new FinalFit(_problem, _options, kept, cancel).Significant(cancel);
    }

    /// <summary>Standard errors by the sample-clustered sandwich, with the model's own response Ψ (medida-ks, Improvements 6).</summary>
    public double[] StandardErrors(int field, CancellationToken cancel) => _errors[field] ??= Sandwich(field, cancel);

    private double[] Sandwich(int field, CancellationToken cancel)
    {
        double[] c = Coefficients[field];
        int[] support = [.. Enumerable.Range(0, c.Length).Where(j => c[j] != 0)];
        var errors = new double[c.Length];
        if (support.Length == 0) return errors;
        if (_samples.Length < 2)
        {
            foreach (int j in support) errors[j] = double.NaN;
            return errors;
        }
        Matrix phi = Pick(_problem.Columns(field, Coefficients, Increments, _samples, cancel), support);
        Matrix psi = ModelResponse.Of(_problem, Coefficients, field, support, Increments, _samples, cancel);
        double[] residual = _problem.Equations[field].Target(Increments.Values, _samples);
        Matrix covariance = ClusteredSandwich.Covariance(Scores(phi, residual), Dense.Multiply(phi, psi, transposeA: true));
        double[] diagonal = ClusteredSandwich.StandardErrors(covariance);
        for (int k = 0; k < support.Length; k++) errors[support[k]] = diagonal[k];
        return errors;
    }

    /// <summary>Part of the bootstrap replicates of whole samples that keep each term.</summary>
    public double[] InclusionProbabilities(int field, TermChooser chooser, CancellationToken cancel)
    {
        var data = Equations[field];
        var counts = new double[data.Columns];
        if (_options.Replicates == 0 || data.Count < 2)
        {
            Array.Fill(counts, double.NaN);
            return counts;
        }
        NormalEquations[] groups = [.. Enumerable.Range(0, data.Count).Select(group => data[group])];
        double cells = CorrelationCells.Of(_problem.Equations[field].Target(Increments.Values, _samples), _samples.Length);
        for (int replicate = 0; replicate < _options.Replicates; replicate++)
        {
            cancel.ThrowIfCancellationRequested();
            var random = new RandomStream(_options.Seed, "bootstrap of samples", replicate);
            var drawn = new GroupedEquations([.. groups.Select(_ => groups[random.Integer(groups.Length)])]);
            double[] c = chooser.Choose(drawn, _problem.Scaling, cells);
            for (int j = 0; j < counts.Length; j++) counts[j] += c[j] != 0 ? 1.0 / _options.Replicates : 0;
        }
        return counts;
    }

    private double Size(int field, int term, double coefficient)
    {
        var sum = Equations[field].Sum();
        return coefficient * coefficient * sum.Gram[term, term] / sum.Rows;
    }

    private double[] Refit(int field, IEnumerable<double> coefficients)
    {
        double[] kept = MedidaPasses.Visible([.. coefficients], Equations[field].Sum(), _problem.Negligible[field]);
        int[] support = [.. Enumerable.Range(0, kept.Length).Where(j => kept[j] != 0)];
        if (support.Length == 0) return kept;
        return new SelectionProblem(Equations[field], _problem.Scaling, folds: Math.Min(5, Equations[field].Count)).Refit(support).Coefficients;
    }

    private Matrix Scores(Matrix phi, double[] residual)
    {
        var scores = new Matrix(_samples.Length, phi.Columns);
        int rows = residual.Length / _samples.Length;
        for (int i = 0; i < residual.Length; i++)
            TensorPrimitives.MultiplyAdd(phi.Row(i), residual[i], scores.Row(i / rows), scores.Row(i / rows));
        return scores;
    }

    private static Matrix Pick(Matrix phi, int[] columns)
    {
        var picked = new Matrix(phi.Rows, columns.Length);
        for (int i = 0; i < phi.Rows; i++)
        {
            for (int k = 0; k < columns.Length; k++) picked[i, k] = phi[i, columns[k]];
        }
        return picked;
    }
}
