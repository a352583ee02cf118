using ParquetSharp.IO;
using ParquetSharp;
using Residuum.Data.Bytes;

namespace Residuum.Experiments.Runs;

/// <summary>Writes <c>metrics.parquet</c>: the columns <c>step</c>, <c>name</c>, <c>value</c>, <c>seed</c>.</summary>
internal static class MetricFile
{
    public const string Name = "metrics.parquet";

    private static readonly ParquetSharp.Column[] Columns =
    [
        new Column<long>("step"), new Column<string>("name"), new Column<double>("value"), new Column<int>("seed"),
    ];

    public static void Write(string path, IReadOnlyList<Metric> rows) => AtomicFile.Write(path, file =>
    {
        using var stream = new ManagedOutputStream(file, leaveOpen: true);
        using var writer = new ParquetFileWriter(stream, Columns);
        using (var group = writer.AppendRowGroup())
        {
            Append(group, rows, row => row.Step);
            Append(group, rows, row => row.Name);
            Append(group, rows, row => row.Value);
            Append(group, rows, row => row.Seed);
        }
        writer.Close();
    });

    private static void Append<T>(RowGroupWriter group, IReadOnlyList<Metric> rows, Func<Metric, T> cell)
    {
        using var column = group.NextColumn().LogicalWriter<T>();
        column.WriteBatch([.. rows.Select(cell)]);
    }
}
