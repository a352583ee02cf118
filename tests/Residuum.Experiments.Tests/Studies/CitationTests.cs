using Residuum.Experiments.Studies;

namespace Residuum.Experiments.Tests.Studies;

public sealed class CitationTests
{
    [Fact]
    public void Bibtex_has_every_author_and_only_the_fields_that_are_known()
    {
        var paper = new Citation(["Ada One", "Bert Two"], "A Title", "Chaos 32, 061105", 2022) { Doi = "10.1063/5.0091282" };
        Assert.Equal(
            "@article{medida-ks,\n  author = {Ada One and Bert Two},\n  title = {{A Title}},\n  journal = {Chaos 32, 061105},\n  year = {2022},\n  doi = {10.1063/5.0091282},\n}\n",
            paper.ToBibTex("medida-ks"));
        Assert.Equal("Ada One, Bert Two, \"A Title\", Chaos 32, 061105 (2022)", paper.ToString());
    }
}
