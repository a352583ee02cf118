using ParquetSharp;
using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.Columns;

/// <summary>Writes Parquet files: one row group, Snappy compression, each column in its own type.</summary>
public static class ParquetWriter
{
    /// <summary>Writes a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="table">Variables of one dimension and equal length.</param>
    /// <exception cref="Numerics.Errors.UserError">The data set is no table.</exception>
    public static void Write(string path, DataSet table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table.Demand(table, "Parquet");
        var columns = table.Variables.Select(variable => (variable.Name, Values: variable.ReadElements())).ToList();
        AtomicFile.Write(path, stream =>
        {
            var schema = columns.Select(column => new Column(column.Values.GetType().GetElementType()!, column.Name)).ToArray();
            using var writer = new ParquetFileWriter(stream, schema, null, Compression.Snappy, null, leaveOpen: true);
            using var group = writer.AppendRowGroup();
            foreach (var column in columns)
            {
                using var target = group.NextColumn().LogicalWriter();
                target.Apply(new ColumnWriter(column.Values));
            }
            writer.Close();
        });
    }

    private sealed class ColumnWriter(Array values) : ILogicalColumnWriterVisitor<bool>
    {
        public bool OnLogicalColumnWriter<TValue>(LogicalColumnWriter<TValue> columnWriter)
        {
            columnWriter.WriteBatch((TValue[])values);
            return true;
        }
    }
}
