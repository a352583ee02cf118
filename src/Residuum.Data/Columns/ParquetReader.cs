using ParquetSharp;
using Residuum.Data.Arrays;

namespace Residuum.Data.Columns;

/// <summary>Reads Parquet files into columns of doubles or texts.</summary>
public static class ParquetReader
{
    /// <summary>Memory that the columns of a file may take: this, and so many times the file's length.</summary>
    private const long FreeBytes = 256L << 20, BytesPerByte = 1032;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatError">The file is damaged, or a column is nested or binary: the message names it.</exception>
    public static DataSet Read(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a stream that can seek.</summary>
    /// <param name="stream">The file; left open.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="FormatError">The file is damaged, or a column is nested or binary: the message names it.</exception>
    public static DataSet Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ThirdParty.Read(name, "Parquet", () =>
        {
            using var file = new ParquetFileReader(stream, leaveOpen: true);
            long rows = file.FileMetaData.NumRows;
            int columns = file.FileMetaData.NumColumns;
            long limit = FreeBytes + BytesPerByte * stream.Length;
            if (rows < 0 || (columns > 0 && rows > limit / sizeof(double) / columns))
                throw FormatError.In(name, "the file claims more values than it can hold", $"{rows} rows of {columns} columns", $"at most {limit} bytes");
            var dimension = new Dimension(Table.RowDimension, rows);
            var variables = Enumerable.Range(0, columns).Select(column => Column(file, column, dimension, name)).ToList();
            return new DataSet(name, "Parquet", [dimension], variables, [], file: null);
        });
    }

    private static Variable Column(ParquetFileReader file, int column, Dimension dimension, string name)
    {
        string title = file.FileMetaData.Schema.Column(column).Path.ToDotString();
        var parts = new ParquetColumn(title, name, (int)dimension.Length);
        for (int group = 0; group < file.FileMetaData.NumRowGroups; group++)
        {
            using var reader = file.RowGroup(group);
            if (reader.MetaData.NumRows > dimension.Length - parts.Filled) throw FormatError.In(name, "the row groups hold more rows than the file", $"{reader.MetaData.NumRows} more");
            using var logical = reader.Column(column).LogicalReader();
            logical.Apply(parts);
        }
        return parts.Variable(dimension);
    }
}
