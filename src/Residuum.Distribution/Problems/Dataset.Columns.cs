using System.Numerics.Tensors;
using Residuum.Data;
using Residuum.Data.Arrays;
using Residuum.Data.LibSvm;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Distribution.Problems;

/// <content>Samples from tables.</content>
public sealed partial class Dataset
{
    /// <summary>Samples from a file: LIBSVM text, or a table of any format that is read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="label">Name of the column of labels of a table; null for LIBSVM text.</param>
    /// <exception cref="UserError">The file can not be read.</exception>
    public static Dataset Read(string path, string? label = null)
    {
        if (label is null)
        {
            var samples = LibSvmReader.Read(path);
            return new Dataset(samples.Features, samples.Labels);
        }
        using var table = DataFile.Open(path);
        return FromColumns(table, label);
    }

    /// <summary>Samples from a table, such as a CSV or Parquet file: one column holds the labels, every other one a feature.</summary>
    /// <param name="table">Columns of numbers; labels may be texts, which become 0, 1, ... in their ordinal order.</param>
    /// <param name="label">Name of the column of labels.</param>
    /// <exception cref="UserError">No such column, a column of texts, or a number that is missing.</exception>
    public static Dataset FromColumns(DataSet table, string label)
    {
        ArgumentNullException.ThrowIfNull(table);
        var labels = table[label];
        var features = table.Variables.Where(variable => variable.Name != label).Select(variable => Numbers(table, variable)).ToArray();
        double[] values = labels.Type == ElementType.Text ? Classes(labels.ReadText()) : Numbers(table, labels);
        if (features.FirstOrDefault(column => column.Length != values.Length) is { } other)
            throw new UserError("the columns are not equally long", table.Source, $"{other.Length} and {values.Length} rows");
        return new Dataset(ByRows(features, values.Length), values);
    }

    /// <summary>Every feature with mean 0 and variance 1; one that is constant becomes 0.</summary>
    public Dataset Standardised()
    {
        var columns = new double[Features.Columns][];
        for (int j = 0; j < columns.Length; j++) columns[j] = new double[Labels.Length];
        for (int row = 0; row < Labels.Length; row++)
        {
            for (int i = 0; i < Features.Indices(row).Length; i++) columns[Features.Indices(row)[i]][row] = Features.Values(row)[i];
        }
        foreach (double[] column in columns) Standardise(column);
        return new Dataset(ByRows(columns, Labels.Length), Labels);
    }

    private static void Standardise(double[] column)
    {
        TensorPrimitives.Subtract(column, column.Average(), column);
        double deviation = TensorPrimitives.Norm<double>(column) / Math.Sqrt(column.Length);
        if (deviation > 0) TensorPrimitives.Divide(column, deviation, column);
    }

    private static double[] Numbers(DataSet table, Variable column)
    {
        if (column.Type is ElementType.Text or ElementType.Char || column.Rank != 1)
            throw new UserError($"{FormatError.Quote(column.Name)} is no column of numbers", table.Source, column.Type.ToString(), "numbers", "leave the column out, or code it in numbers");
        double[] numbers = column.Read();
        int wrong = Array.FindIndex(numbers, number => !double.IsFinite(number));
        if (wrong >= 0)
            throw new UserError($"column {FormatError.Quote(column.Name)} has a gap", $"{table.Source}, row {wrong + 1}", "no finite number", "a number", "fill the gaps or leave these rows out");
        return numbers;
    }

    private static double[] Classes(string[] texts)
    {
        var codes = texts.Distinct().Order(StringComparer.Ordinal).Select((text, code) => (text, code)).ToDictionary(pair => pair.text, pair => (double)pair.code);
        return Array.ConvertAll(texts, text => codes[text]);
    }

    private static SparseMatrix ByRows(double[][] columns, int rows)
    {
        long entries = columns.Sum(column => (long)column.Length - column.AsSpan().Count(0.0));
        if (entries > Array.MaxLength) throw new UserError("too many numbers for a design matrix", found: $"{entries}", expected: $"at most {Array.MaxLength}");
        var matrix = new SparseRows();
        for (int row = 0; row < rows; row++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                if (columns[j][row] != 0) matrix.Add(j, columns[j][row]);
            }
            matrix.EndRow();
        }
        return matrix.ToMatrix(columns.Length);
    }
}
