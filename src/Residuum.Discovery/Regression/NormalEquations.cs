using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>All that a sparse regression needs of y = Φ c: second moments, so that it never sees the rows.</summary>
/// <remarks>Sums of groups (whole samples) are again normal equations: folds, bootstraps and clustered errors cost nothing more.</remarks>
/// <param name="Gram">G = ΦᵀΦ, <c>[q, q]</c>.</param>
/// <param name="Moment">b = Φᵀy, <c>[q]</c>.</param>
/// <param name="TargetSquare">yᵀy.</param>
/// <param name="ColumnSums">Φᵀ1, <c>[q]</c>: for centring.</param>
/// <param name="TargetSum">yᵀ1.</param>
/// <param name="Rows">Number of rows.</param>
public sealed record NormalEquations(Matrix Gram, double[] Moment, double TargetSquare, double[] ColumnSums, double TargetSum, long Rows)
{
    /// <summary>Number of columns q.</summary>
    public int Columns => Moment.Length;

    /// <summary>The equations of y = Φ c from its rows; the same bits at any thread count.</summary>
    /// <param name="phi">Φ, <c>[rows, q]</c>.</param>
    /// <param name="y">Target, <c>[rows]</c>.</param>
    /// <exception cref="Numerics.Errors.NonFiniteException">Names the row and the column.</exception>
    public static NormalEquations FromRows(Matrix phi, double[] y) => RowMoments.Of(phi, y).ToEquations();

    /// <summary>The equations of some of the columns, in the order given.</summary>
    /// <param name="columns">Column indices.</param>
    public NormalEquations Subset(IReadOnlyList<int> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return this with { Gram = Pick(Gram, columns), Moment = Pick(Moment, columns), ColumnSums = Pick(ColumnSums, columns) };
    }

    /// <summary>The equations for the target y + Φ c: the cumulative target of an iterated discovery, or with -c the residual.</summary>
    /// <param name="coefficients">c, <c>[q]</c>.</param>
    public NormalEquations AddToTarget(ReadOnlySpan<double> coefficients)
    {
        double[] change = GramTimes(coefficients);
        double square = TargetSquare + (2 * TensorPrimitives.Dot(coefficients, Moment)) + TensorPrimitives.Dot<double>(coefficients, change);
        TensorPrimitives.Add(Moment, change, change);
        return this with
        {
            Moment = change,
            TargetSquare = Math.Max(square, 0),
            TargetSum = TargetSum + TensorPrimitives.Dot(coefficients, ColumnSums),
        };
    }

    /// <summary>‖y - Φc - a‖², from moments: rounding leaves about 1e-15 of yᵀy.</summary>
    /// <param name="coefficients">c, <c>[q]</c>.</param>
    /// <param name="intercept">a.</param>
    public double ResidualSquare(ReadOnlySpan<double> coefficients, double intercept = 0)
    {
        NormalEquations residual = AddToTarget(Negative(coefficients));
        return Math.Max(residual.TargetSquare - (2 * intercept * residual.TargetSum) + (Rows * intercept * intercept), 0);
    }

    private double[] GramTimes(ReadOnlySpan<double> vector)
    {
        if (vector.Length != Columns) throw new ArgumentException($"{vector.Length} coefficients for {Columns} columns");
        var product = new double[Columns];
        for (int j = 0; j < product.Length; j++) product[j] = TensorPrimitives.Dot<double>(Gram.Row(j), vector);
        return product;
    }

    private static double[] Negative(ReadOnlySpan<double> vector)
    {
        var negative = new double[vector.Length];
        TensorPrimitives.Negate(vector, negative);
        return negative;
    }

    internal static double[] Pick(double[] values, IReadOnlyList<int> indices)
    {
        var picked = new double[indices.Count];
        for (int i = 0; i < picked.Length; i++) picked[i] = values[indices[i]];
        return picked;
    }

    internal static Matrix Pick(Matrix symmetric, IReadOnlyList<int> indices)
    {
        var picked = new Matrix(indices.Count, indices.Count);
        for (int i = 0; i < picked.Rows; i++)
        {
            Span<double> from = symmetric.Row(indices[i]), to = picked.Row(i);
            for (int j = 0; j < to.Length; j++) to[j] = from[indices[j]];
        }
        return picked;
    }
}
