using System.Text;
using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;

namespace Residuum.Experiments.Tests.Options;

public sealed class OptionFileTests
{
    [Theory]
    [InlineData("a: &x 1", "the anchor &x")]
    [InlineData("a: 1\nb: *a", "alias")]
    [InlineData("a: !!int 1", "the tag")]
    [InlineData("a: 1\n---\nb: 1", "a second document")]
    [InlineData("? [a]\n: 1", "a list or section as a key")]
    [InlineData("a: [1", "project.yaml:")]
    [InlineData("a: b: c", "project.yaml:1")]
    public void What_is_not_plain_yaml_is_refused(string yaml, string part) =>
        Assert.Contains(part, Assert.Throws<UserError>(() => OptionFile.Parse(yaml, "project.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Contains("deep nesting", Assert.Throws<UserError>(() => OptionFile.Parse("a: " + new string('[', 100_000), "p")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_large_file_is_refused() =>
        Assert.Contains("1 MiB", Assert.Throws<UserError>(() => OptionFile.Read(new MemoryStream(new byte[2 << 20]), "p")).Message, StringComparison.Ordinal);

    [Fact]
    public void Text_that_is_not_utf8_is_refused() =>
        Assert.Contains("byte 0xff at 3", Assert.Throws<UserError>(() => OptionFile.Read(new MemoryStream([(byte)'a', (byte)':', (byte)' ', 0xff]), "p")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("---\n")]
    public void An_empty_file_has_no_entries(string yaml) => Assert.Empty(OptionFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(yaml)), "p").Entries);

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.StartsWith("no/such.yaml: no such file", Assert.Throws<UserError>(() => OptionFile.Read("no/such.yaml")).Message, StringComparison.Ordinal);
}
