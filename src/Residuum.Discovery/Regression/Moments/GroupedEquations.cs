using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>Normal equations of every group of rows, a group being one whole sample: folds, bootstraps and clustered errors without the rows.</summary>
/// <remarks>Holds (q + 2)² numbers a group: 100 samples of 24 columns are 0.5 MB. Sums run in pairwise order, so their bits never depend on threads.</remarks>
public sealed class GroupedEquations
{
    private readonly AugmentedMoments[] _groups;

    internal GroupedEquations(int columns, AugmentedMoments[] groups) => (Columns, _groups) = (columns, groups);

    /// <summary>Groups that were formed apart.</summary>
    /// <param name="groups">One or more, with the same columns.</param>
    /// <exception cref="ArgumentException">There is no group, or the numbers of columns differ.</exception>
    public GroupedEquations(IReadOnlyList<NormalEquations> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count == 0) throw new ArgumentException("no group of rows", nameof(groups));
        Columns = groups[0].Columns;
        if (groups.Any(group => group.Columns != Columns)) throw new ArgumentException("groups with different columns", nameof(groups));
        _groups = [.. groups.Select(AugmentedMoments.Of)];
    }

    /// <summary>Number of columns q.</summary>
    public int Columns { get; }

    /// <summary>Number of groups.</summary>
    public int Count => _groups.Length;

    /// <summary>The equations of one group.</summary>
    /// <param name="group">Group, from 0.</param>
    public NormalEquations this[int group] => _groups[group].ToEquations();

    /// <summary>Groups of equal size from consecutive rows, in parallel.</summary>
    /// <param name="phi">Φ, <c>[groups * rowsPerGroup, q]</c>.</param>
    /// <param name="y">Target, one for each row.</param>
    /// <param name="rowsPerGroup">Rows of a group.</param>
    /// <exception cref="Numerics.Errors.NonFiniteException">Names the row and the column.</exception>
    public static GroupedEquations FromRows(Matrix phi, double[] y, int rowsPerGroup)
    {
        ArgumentNullException.ThrowIfNull(phi);
        ArgumentNullException.ThrowIfNull(y);
        RowMoments.CheckRows(phi, y.Length);
        if (rowsPerGroup < 1 || phi.Rows == 0 || phi.Rows % rowsPerGroup != 0)
            throw new ArgumentException($"{phi.Rows} rows are no whole groups of {rowsPerGroup}");
        var groups = new AugmentedMoments[phi.Rows / rowsPerGroup];
        ParallelLoop.For(groups.Length, group =>
        {
            int from = group * rowsPerGroup;
            var moments = new RowMoments(phi.Columns, from);
            moments.Add(phi.Values.AsSpan(from * phi.Columns, rowsPerGroup * phi.Columns), y.AsSpan(from, rowsPerGroup));
            groups[group] = Tight(moments.Finish());
        });
        return new GroupedEquations(phi.Columns, groups);
    }

    /// <summary>The equations of all rows.</summary>
    public NormalEquations Sum() => Total(Enumerable.Repeat(1, Count));

    /// <summary>The equations with each group repeated: a bootstrap of whole samples.</summary>
    /// <param name="counts">How often each group stands in the sum, 0 or more.</param>
    /// <exception cref="ArgumentException">The number of counts is wrong.</exception>
    public NormalEquations Sum(IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count != Count) throw new ArgumentException($"{counts.Count} counts for {Count} groups", nameof(counts));
        return Total(counts);
    }

    /// <summary>The equations of all groups but some: the training rows of a fold.</summary>
    /// <param name="left">Groups to leave out.</param>
    public NormalEquations Without(IEnumerable<int> left)
    {
        var omitted = left.ToHashSet();
        return Total(Enumerable.Range(0, Count).Select(group => omitted.Contains(group) ? 0 : 1));
    }

    /// <summary>The groups with some of the columns only.</summary>
    /// <param name="columns">Column indices.</param>
    public GroupedEquations Subset(IReadOnlyList<int> columns) => new([.. _groups.Select(group => group.ToEquations().Subset(columns))]);

    /// <summary>The groups for the target y + Φ c: the cumulative target of an iterated discovery, without its rows.</summary>
    /// <param name="coefficients">c, <c>[q]</c>.</param>
    public GroupedEquations AddToTarget(double[] coefficients) => new([.. _groups.Select(group => group.ToEquations().AddToTarget(coefficients))]);

    internal static AugmentedMoments Tight(AugmentedMoments moments) => AugmentedMoments.Of(moments.ToEquations());

    private NormalEquations Total(IEnumerable<int> counts)
    {
        var sum = new VectorSum(_groups[0].Values.Length);
        var repeated = new double[_groups[0].Values.Length];
        int group = 0;
        foreach (int count in counts)
        {
            double[] values = _groups[group++].Values;
            if (count == 0) continue;
            TensorPrimitives.Multiply<double>(values, count, repeated);
            sum.Add(repeated);
        }
        return (_groups[0] with { Values = sum.Total() }).ToEquations();
    }
}
