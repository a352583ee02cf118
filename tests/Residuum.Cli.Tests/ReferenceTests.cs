using Residuum.Cli.Reference;

namespace Residuum.Cli.Tests;

public sealed class ReferenceTests
{
    private static readonly string Folder = Repository.File("docs", "reference");

    [Fact]
    public void The_committed_pages_are_those_that_the_declarations_give()
    {
        foreach (var (name, text) in ReferencePages.All())
        {
            string path = Path.Combine(Folder, name);
            Assert.True(File.Exists(path) && File.ReadAllText(path) == text, $"docs/reference/{name} is out of date: run 'residuum reference docs/reference'");
        }
    }
}
