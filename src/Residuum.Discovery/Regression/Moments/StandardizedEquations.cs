using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>Normal equations of scaled columns and target, with the way back: y ← (y - ȳ)/s_y, φ_j ← (φ_j - φ̄_j)/s_j.</summary>
/// <remarks>medida-ks, Algorithm 4. Columns with s_j = 0 are left out and reported.</remarks>
public sealed class StandardizedEquations
{
    // Rounding of double moments: a spread below 3e-7 of the mean can not be told from a constant.
    private const double ConstantBelow = 1e-13;

    private readonly NormalEquations _data;
    private readonly double[] _means, _scales;
    private readonly double _targetMean, _targetScale;

    private StandardizedEquations(NormalEquations data, Scaling scaling)
    {
        (_data, Scaling) = (data, scaling);
        bool centred = scaling == Scaling.Centred;
        double n = Math.Max(data.Rows, 1);
        _means = [.. data.ColumnSums.Select(sum => centred ? sum / n : 0)];
        _targetMean = centred ? data.TargetSum / n : 0;

        var squares = new double[data.Columns];
        for (int j = 0; j < squares.Length; j++) squares[j] = Spread(data.Gram[j, j], _means[j], n);
        Columns = [.. Enumerable.Range(0, data.Columns).Where(j => squares[j] > 0)];
        Dropped = [.. Enumerable.Range(0, data.Columns).Where(j => squares[j] == 0)];

        double targetSquare = Spread(data.TargetSquare, _targetMean, n);
        bool scaled = scaling != Scaling.None && targetSquare > 0;
        _targetScale = scaled ? Math.Sqrt(targetSquare / n) : 1;
        _scales = [.. squares.Select(square => scaling != Scaling.None && square > 0 ? Math.Sqrt(square / n) : 1)];
        TargetSquare = scaled ? n : targetSquare;
        (Gram, Moment) = (ScaledGram(n), ScaledMoment(n));
    }

    /// <summary>How columns and target were scaled.</summary>
    public Scaling Scaling { get; }

    /// <summary>G of the kept columns, <c>[k, k]</c>; its diagonal is <see cref="Rows"/> where columns are scaled.</summary>
    public Matrix Gram { get; }

    /// <summary>b of the kept columns, <c>[k]</c>.</summary>
    public double[] Moment { get; }

    /// <summary>yᵀy of the scaled target; 0 where the target does not vary.</summary>
    public double TargetSquare { get; }

    /// <summary>Number of rows.</summary>
    public long Rows => _data.Rows;

    /// <summary>Kept columns: their indices in the data.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>Columns that do not vary: their indices in the data.</summary>
    public IReadOnlyList<int> Dropped { get; }

    /// <summary>Whether there is nothing to explain, or nothing to explain it with.</summary>
    public bool IsEmpty => TargetSquare == 0 || Columns.Count == 0;

    /// <summary>Scales normal equations.</summary>
    /// <param name="data">Second moments of raw columns.</param>
    /// <param name="scaling">How.</param>
    /// <exception cref="NonFiniteException">Names the column whose moments are not finite.</exception>
    public static StandardizedEquations From(NormalEquations data, Scaling scaling)
    {
        ArgumentNullException.ThrowIfNull(data);
        CheckFinite(data);
        return new StandardizedEquations(data, scaling);
    }

    /// <summary>Residual sum of squares in scaled units, held above 1e-14 yᵀy, where cancellation ends.</summary>
    /// <param name="columns">Positions among the kept columns.</param>
    /// <param name="coefficients">Their coefficients.</param>
    public double ResidualSquare(IReadOnlyList<int> columns, ReadOnlySpan<double> coefficients)
    {
        ArgumentNullException.ThrowIfNull(columns);
        double square = TargetSquare;
        for (int i = 0; i < columns.Count; i++)
        {
            var row = Gram.Row(columns[i]);
            double left = Moment[columns[i]]; // b - G m, before the cancelling sum
            for (int k = 0; k < columns.Count; k++) left -= row[columns[k]] * coefficients[k];
            square -= coefficients[i] * (Moment[columns[i]] + left);
        }
        return Math.Max(square, 1e-14 * TargetSquare);
    }

    /// <summary>A fit in the units of the data: c_j = m_j s_y/s_j, intercept ȳ - Σ c_j φ̄_j.</summary>
    /// <param name="fit">Fit of the kept columns.</param>
    public SparseFit Restore(StandardizedFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var (coefficients, errors) = (new double[_data.Columns], new double[_data.Columns]);
        double[] precisions = [.. Enumerable.Repeat(double.NaN, _data.Columns)];
        double intercept = _targetMean;
        for (int k = 0; k < fit.Support.Count; k++)
        {
            int column = Columns[fit.Support[k]];
            double unit = _targetScale / _scales[column];
            (coefficients[column], errors[column], precisions[column]) = (fit.Coefficients[k] * unit, fit.StandardErrors[k] * unit, fit.Precisions[k]);
            intercept -= coefficients[column] * _means[column];
        }
        double residual = ResidualSquare(fit.Support, fit.Coefficients) * _targetScale * _targetScale;
        return new SparseFit(coefficients, errors, precisions, intercept, residual, fit.Passes, fit.Stop) { Dropped = Dropped };
    }

    private static double Spread(double square, double mean, double rows)
    {
        double spread = square - (rows * mean * mean);
        return spread > ConstantBelow * square ? spread : 0;
    }

    private Matrix ScaledGram(double n)
    {
        Matrix gram = NormalEquations.Pick(_data.Gram, Columns);
        for (int i = 0; i < gram.Rows; i++)
        {
            for (int k = 0; k < gram.Columns; k++)
            {
                var (a, b) = (Columns[i], Columns[k]);
                gram[i, k] = i == k && Scaling != Scaling.None ? n : (gram[i, k] - (n * _means[a] * _means[b])) / (_scales[a] * _scales[b]);
            }
        }
        return gram;
    }

    private double[] ScaledMoment(double n) =>
        [.. Columns.Select(j => (_data.Moment[j] - (n * _means[j] * _targetMean)) / (_scales[j] * _targetScale))];

    private static void CheckFinite(NormalEquations data)
    {
        for (int j = 0; j < data.Columns; j++)
        {
            foreach (double value in data.Gram.Row(j))
            {
                if (!double.IsFinite(value)) throw new NonFiniteException($"column {ColumnAtFault(data, j)} of the regression");
            }
        }
        if (!double.IsFinite(data.TargetSquare)) throw new NonFiniteException("the target of the regression");
    }

    // A NaN spreads along the row and the column of its own diagonal element: that one is named.
    private static int ColumnAtFault(NormalEquations data, int row)
    {
        for (int j = 0; j < data.Columns; j++)
        {
            if (!double.IsFinite(data.Gram[j, j])) return j;
        }
        return row;
    }
}
