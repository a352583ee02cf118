using System.IO.Compression;
using System.Text;
using Residuum.Data.LibSvm;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Tests.LibSvm;

public sealed class LibSvmReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Samples_without_features_blank_lines_comments_queries_and_windows_line_ends_are_read()
    {
        var data = Parse("# a file\r\n+1 qid:3 1:0.5 4:-2e1 \r\n-1 \r\n\r\n  \t\n-1 2:1 # 3:1\n\n");
        Assert.Equal([1, -1, -1], data.Labels);
        Assert.Equal((3, 4, 3), (data.Features.Rows, data.Features.Columns, data.Features.Entries));
        Assert.Equal([0, 3], data.Features.Indices(0).ToArray());
        Assert.Equal([0.5, -20], data.Features.Values(0).ToArray());
        Assert.Empty(data.Features.Indices(1).ToArray());
        Assert.Equal([1], data.Features.Indices(2).ToArray());
    }

    [Theory]
    [InlineData("1 1:1\n1 3:1", null, false, 3)]
    [InlineData("1 0:1\n1 3:1", null, true, 4)]
    [InlineData("1 1:1\n1 3:1", true, true, 4)]
    [InlineData("1\n2", null, false, 0)]
    public void Indices_count_from_0_where_0_occurs(string text, bool? asked, bool isZeroBased, int columns)
    {
        var data = Parse(text, new LibSvmOptions { ZeroBased = asked });
        Assert.Equal((isZeroBased, columns), (data.ZeroBased, data.Features.Columns));
    }

    [Fact]
    public void Number_of_features_can_be_more_than_occur() =>
        Assert.Equal(10, Parse("1 3:1", new LibSvmOptions { Features = 10 }).Features.Columns);

    [Theory]
    [InlineData("1 1:1\n1,3 1:1", "f.txt, line 2: several labels in a line are not read: found '1,3', expected one number; make a file for each label")]
    [InlineData("1 1:1\n\n1:1 2:1", "f.txt, line 3: a line begins with no label: found '1:1', expected a finite number")]
    [InlineData("nan 1:1", "f.txt, line 1: a line begins with no label: found 'nan', expected a finite number")]
    [InlineData("1 3:1 2:1", "f.txt, line 1: indices do not ascend: found '2:1', expected an index above 3")]
    [InlineData("1 3:1 3:1", "f.txt, line 1: indices do not ascend: found '3:1', expected an index above 3")]
    [InlineData("1 x:1", "f.txt, line 1: an index out of range: found 'x:1', expected a whole number from 0 to 268435456")]
    [InlineData("1 -1:1", "f.txt, line 1: an index out of range: found '-1:1', expected a whole number from 0 to 268435456")]
    [InlineData("1 4294967297:1", "f.txt, line 1: an index out of range: found '4294967297:1', expected a whole number from 0 to 268435456")]
    [InlineData("1 1:", "f.txt, line 1: no value: found '1:', expected a finite number after the colon")]
    [InlineData("1 1:1e999", "f.txt, line 1: no value: found '1:1e999', expected a finite number after the colon")]
    [InlineData("1 1", "f.txt, line 1: no feature: found '1', expected index:value")]
    [InlineData("\n#\n", "f.txt: no sample: expected lines such as '1 3:0.5 7:1'")]
    [InlineData("BZh91AY", "f.txt: bzip2 is not read; decompress with 'bunzip2 FILE'")]
    public void Damage_is_named_by_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatError>(() => Parse(text)).Message);

    [Fact]
    public void Index_0_is_refused_where_indices_count_from_1() =>
        Assert.Contains("from 1 to", Assert.Throws<FormatError>(() => Parse("1 0:1", new LibSvmOptions { ZeroBased = false })).Message, StringComparison.Ordinal);

    [Fact]
    public void Index_above_the_features_asked_for_is_named()
    {
        var error = Assert.Throws<FormatError>(() => Parse("1 1:1\n1 5:1\n1 2:1", new LibSvmOptions { Features = 4 }));
        Assert.Equal("f.txt, line 2: an index is above the number of features: found 5, expected at most 4", error.Message);
    }

    [Fact]
    public void Gzip_file_is_read_and_a_cut_one_refused()
    {
        string text = string.Concat(Enumerable.Range(1, 30_000).Select(i => $"-1 {i}:0.{i} {i + 7}:{i}.25\n"));
        byte[] packed = Gzip(text);
        string path = _folder.File("data.gz");
        File.WriteAllBytes(path, packed);
        var data = LibSvmReader.Read(path);
        Assert.Equal((30_000, 60_000, 30_007), (data.Features.Rows, data.Features.Entries, data.Features.Columns));
        Assert.Equal([0.29999, 29999.25], data.Features.Values(29_998).ToArray());
        File.WriteAllBytes(path, packed[..(packed.Length / 2)]);
        Assert.Contains("damaged", Assert.Throws<FormatError>(() => LibSvmReader.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_gzip_file_that_would_fill_the_memory_is_refused()
    {
        var error = Assert.Throws<FormatError>(() => LibSvmReader.Read(new MemoryStream(Gzip("#" + new string('0', 25_000_000))), "f.gz"));
        Assert.Contains("suspiciously long", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_longer_than_the_buffer_is_read()
    {
        string features = string.Concat(Enumerable.Range(1, 50_000).Select(i => $" {i}:1"));
        Assert.Equal(50_000, Parse("1" + features + "\n2" + features).Features.Indices(1).Length);
    }

    [Fact]
    public void Missing_file_is_named() => Assert.Equal("none.txt: no such file", Assert.Throws<UserError>(() => LibSvmReader.Read("none.txt")).Message);

    [Theory]
    [InlineData("0\n1", -1, 1)]
    [InlineData("1\n2", -1, 1)]
    [InlineData("1\n-1", 1, -1)]
    [InlineData("1\n1", 1, 1)]
    public void Two_classes_become_signs(string text, double first, double second) => Assert.Equal([first, second], Parse(text).Signs());

    [Fact]
    public void Other_labels_are_no_signs()
    {
        var error = Assert.Throws<UserError>(() => Parse("0\n1\n2").Signs());
        Assert.Equal("the labels are not those of two classes: found 0, 1, 2, expected -1 and 1, 0 and 1, or 1 and 2", error.Message);
    }

    [Fact]
    public void Damaged_files_are_read_or_refused()
    {
        byte[] text = Encoding.ASCII.GetBytes("# c\n+1 qid:1 1:0.5 40:1e-3\r\n-1\n\n0 2:1 3:-4 # end\n");
        Fuzzing.Run([text, Gzip(Encoding.ASCII.GetString(text))], Effort.Rounds(usual: 5_000, soak: 100_000), bytes => LibSvmReader.Read(new MemoryStream(bytes), "fuzz"));
    }

    private static LibSvmData Parse(string text, LibSvmOptions? options = null) => LibSvmReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f.txt", options);

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal)) stream.Write(Encoding.ASCII.GetBytes(text));
        return packed.ToArray();
    }
}
