using CsCheck;
using Residuum.Data.Arrays;
using Residuum.Data.Columns;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Tests.Columns;

public sealed class TableTests : IDisposable
{
    private static readonly Gen<(double Number, string Text)[]> Rows =
        Gen.Select(Gen.OneOf(Gen.Double, Gen.Int[0, Samples.Special.Length - 1].Select(i => Samples.Special[i])), Gen.String[Gen.Char.AlphaNumeric, 1, 8].Select(text => "t" + text)).Array[1, 30];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Csv_gives_back_every_double_and_text() => Rows.Sample(rows =>
    {
        string path = _folder.File("table.csv");
        CsvWriter.Write(path, Of(rows));
        using var found = DataFile.Open(path);
        Same(rows, found);
    }, iter: 100, threads: 1);

    [Fact]
    public void Parquet_gives_back_every_double_and_text() => Rows.Sample(rows =>
    {
        string path = _folder.File("table.parquet");
        ParquetWriter.Write(path, Of(rows));
        using var found = DataFile.Open(path);
        Same(rows, found);
    }, iter: 50, threads: 1);

    [Theory]
    [InlineData("a,b\n1,x\n2,y\n", "a b", "Float64 Text")]
    [InlineData("a;b\n1;2\n", "a b", "Float64 Float64")]
    [InlineData("a\tb\r\n1\tNA\r\n\r\n", "a b", "Float64 Float64")]
    [InlineData("1,2\n3,4\n", "column_1 column_2", "Float64 Float64")]
    [InlineData("\"x, y\",\"say \"\"hi\"\"\"\n1,2\n", "x, y|say \"hi\"", "Float64 Float64")]
    public void Separator_header_and_types_are_found(string text, string names, string types)
    {
        using var table = CsvReader.Parse(text, "t.csv");
        Assert.Equal(names, string.Join(names.Contains('|') ? '|' : ' ', table.Variables.Select(variable => variable.Name)));
        Assert.Equal(types, string.Join(' ', table.Variables.Select(variable => variable.Type)));
    }

    [Fact]
    public void A_short_row_names_file_line_and_both_counts()
    {
        var error = Assert.Throws<FormatError>(() => CsvReader.Parse("a,b,c\n1,2,3\n4,5\n", "t.csv"));
        Assert.Equal("t.csv, line 3: wrong number of cells: found 2, expected 3 as in the first line", error.Message);
    }

    [Fact]
    public void Missing_cells_are_nan()
    {
        using var table = CsvReader.Parse("a,b\n1,\n,NaN\nnull,-inf\n", "t.csv");
        Assert.Equal([1, double.NaN, double.NaN], table["a"].Read());
        Assert.Equal([double.NaN, double.NaN, double.NegativeInfinity], table["b"].Read());
    }

    [Fact]
    public void What_is_no_table_is_refused()
    {
        string path = _folder.File("table.csv");
        Assert.Contains("write netCDF", Assert.Throws<UserError>(() => CsvWriter.Write(path, Samples.Classic())).Message);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Parquet_times_are_seconds_with_units()
    {
        string path = _folder.File("times.parquet");
        using (var writer = new ParquetSharp.ParquetFileWriter(path, [new ParquetSharp.Column<DateTime>("t"), new ParquetSharp.Column<int?>("n")]))
        {
            using var group = writer.AppendRowGroup();
            using (var column = group.NextColumn().LogicalWriter<DateTime>()) column.WriteBatch([DateTime.UnixEpoch.AddDays(1), DateTime.UnixEpoch.AddSeconds(1.5)]);
            using (var column = group.NextColumn().LogicalWriter<int?>()) column.WriteBatch([7, null]);
            writer.Close();
        }
        using var table = DataFile.Open(path);
        Assert.Equal([86400, 1.5], table["t"].Read());
        Assert.Equal("seconds since 1970-01-01", table["t"].Units);
        Assert.Equal([7, double.NaN], table["n"].Read());
    }

    private static DataSet Of((double Number, string Text)[] rows) =>
        Table.Of(("x, \"quoted\"", rows.Select(row => row.Number).ToArray()), ("text", rows.Select(row => row.Text).ToArray()));

    private static void Same((double Number, string Text)[] rows, DataSet found)
    {
        double[] numbers = found["x, \"quoted\""].Read();
        Assert.Equal(rows.Select(row => double.IsNaN(row.Number) ? "NaN" : BitConverter.DoubleToInt64Bits(row.Number).ToString("x")),
            numbers.Select(number => double.IsNaN(number) ? "NaN" : BitConverter.DoubleToInt64Bits(number).ToString("x")));
        Assert.Equal(rows.Select(row => row.Text), found["text"].ReadText());
    }
}
