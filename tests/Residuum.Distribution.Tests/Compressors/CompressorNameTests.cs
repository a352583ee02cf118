using Residuum.Distribution.Compressors;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Tests.Compressors;

/// <summary>Names of the command line.</summary>
public sealed class CompressorNameTests
{
    public static TheoryData<string> Texts => [.. CompressorCases.Texts];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Names_are_read_as_what_they_name(string text)
    {
        var compressor = CompressorCases.Create(text);
        Assert.Equal(text == "topk:100%" ? text : text.Replace("1%", "0.01", StringComparison.Ordinal), compressor.Name);
        Assert.Equal(compressor.GetType(), CompressorCases.Create(compressor.Name).GetType());
    }

    [Theory]
    [InlineData("topk:1%", 10)]
    [InlineData("topk:0.015", 15)]
    [InlineData("topk:0.00001", 1)]
    [InlineData("topk:7", 7)]
    [InlineData("topk:2000", 1000)]
    public void Amounts_are_counts_or_shares(string text, int count) =>
        Assert.Equal(count, ((TopK)CompressorCases.Create(text)).Count(1000));

    [Theory]
    [InlineData("", "natural[:nearest|:floor]")]
    [InlineData("top-k:12", "topk:K")]
    [InlineData("topk", "topk:K")]
    [InlineData("topk:0", "a share such as 0.1")]
    [InlineData("topk:-3", "a share such as 0.1")]
    [InlineData("topk:120%", "a share such as 0.1")]
    [InlineData("randk:12,own,own", "randk:K[,unbiased][,own]")]
    [InlineData("qsgd:0", "'0' in 'qsgd:0'")]
    [InlineData("threshold:NaN", "a positive number")]
    [InlineData("natural+sign", "VALUES+SELECTION")]
    [InlineData("topk:3+topk:4", "VALUES+SELECTION")]
    [InlineData("scaled+sign", "unbiased randk")]
    public void Errors_name_the_choices_in_one_line(string text, string expected)
    {
        string message = Assert.ThrowsAny<UserError>(() => CompressorCases.Create(text)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Blocks_are_needed_and_fill_the_vector()
    {
        Assert.Contains("take topk", Assert.Throws<UserError>(() => Distribution.Compressors.Compressors.Create("blocktopk:2")).Message, StringComparison.Ordinal);
        Assert.Contains("found 123", Assert.Throws<UserError>(() => CompressorCases.Create("blocktopk:2").Compress(new double[5], default, new Message())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_of_compositions_multiply()
    {
        Assert.Equal(12 / 123.0 * 7 / 8, CompressorCases.Create("natural+topk:12").Constant(123), 1e-15);
        Assert.Equal(12 / 123.0 * 8 / 9, CompressorCases.Create("natural:nearest+topk:12").Constant(123), 1e-15);
        Assert.Equal((123 / 12.0 * 9 / 8) - 1, CompressorCases.Create("natural+randk:12,unbiased").Constant(123), 1e-14);
        Assert.Equal(8 / 9.0, CompressorCases.Create("scaled+natural").Constant(123), 1e-15);
        Assert.Equal(1 / 123.0, CompressorCases.Create("blocktopk:1").Constant(123) * 60 / 123, 1e-15);
    }
}
