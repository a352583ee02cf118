using ParquetSharp;
using Residuum.Data.Arrays;

namespace Residuum.Data.Columns;

/// <summary>Collects one column over the row groups of a Parquet file.</summary>
internal sealed class ParquetColumn(string title, string file, int rows) : ILogicalColumnReaderVisitor<bool>
{
    private const int BatchRows = 4096;

    private Array? _values;
    private bool _isTime;

    /// <summary>Rows read so far.</summary>
    public int Filled { get; private set; }

    public bool OnLogicalColumnReader<TValue>(LogicalColumnReader<TValue> columnReader)
    {
        var number = ParquetCells.Number<TValue>();
        if (number is null && typeof(TValue) != typeof(string))
            throw FormatError.In(file, $"column {FormatError.Quote(title)} is neither numbers nor texts", typeof(TValue).Name, remedy: "flatten it before writing");
        _isTime = ParquetCells.IsTime(typeof(TValue));
        _values ??= number is null ? new string[rows] : new double[rows];
        var batch = new TValue[BatchRows];
        while (columnReader.HasNext && columnReader.ReadBatch(batch) is var count and > 0)
        {
            if (count > rows - Filled) throw FormatError.In(file, $"column {FormatError.Quote(title)} has more values than rows", null, $"{rows}");
            for (int i = 0; i < count; i++)
            {
                if (number is null) ((string[])_values)[Filled + i] = (string?)(object?)batch[i] ?? "";
                else ((double[])_values)[Filled + i] = number(batch[i]);
            }
            Filled += count;
        }
        return true;
    }

    public Variable Variable(Dimension dimension)
    {
        if (Filled != rows) throw FormatError.In(file, $"column {FormatError.Quote(title)} has too few values", $"{Filled}", $"{rows}");
        var attributes = _isTime ? new AttributeTable { ["units"] = ParquetCells.TimeUnits, ["calendar"] = "proleptic_gregorian" } : [];
        return Arrays.Variable.Of(title, [dimension], _values ?? Array.Empty<double>(), attributes);
    }
}
