using Residuum.Studies;

namespace Residuum.Cli.Tests;

public sealed class MethodListTests
{
    [Fact]
    public void Every_method_stands_in_one_list_and_has_its_study()
    {
        string[] slugs = [.. Rooms.Methods.Select(method => method.Slug)];
        Assert.Equal(slugs.Distinct(), slugs);
        Assert.Equal(AllStudies.List.Select(study => study.Slug).Order(), Rooms.Methods.Select(method => method.Study).Distinct().Order());
    }

    [Fact]
    public void Every_method_is_cited_with_title_authors_and_year()
    {
        foreach (var method in Rooms.Methods)
        {
            string entry = ToolRun.Here(["cite", method.Slug]).Output;
            Assert.Contains($"@article{{{method.Slug},", entry, StringComparison.Ordinal);
            Assert.Contains($"year = {{{method.Citation.Year}}}", entry, StringComparison.Ordinal);
        }
    }
}
