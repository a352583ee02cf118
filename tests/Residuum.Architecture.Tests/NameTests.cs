namespace Residuum.Architecture.Tests;

public sealed class NameTests
{
    private const int LongestFile = 300;

    private static readonly string[] VagueFolders = ["Utils", "Utilities", "Helpers", "Common", "Misc", "Core", "Shared"];
    private static readonly string[] VagueEndings = ["Manager", "Helper", "Helpers", "Utils", "Util"];

    [Fact]
    public void Folders_are_named_for_what_is_in_them()
    {
        var folders = House.SourceFiles("src").SelectMany(file => file.Split('/')[..^1]).Distinct();
        Assert.Empty(folders.Intersect(VagueFolders, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Types_are_named_for_what_they_are()
    {
        var vague = House.Types.Types.Where(type => type.FullName.StartsWith("Residuum.", StringComparison.Ordinal) && VagueEndings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)));
        Assert.Empty(vague.Select(type => type.FullName));
    }

    [Fact]
    public void Namespaces_follow_the_folders()
    {
        foreach (string file in House.SourceFiles("src"))
        {
            string? declared = File.ReadLines(Repository.File(file)).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
            if (declared is null) continue; // top-level statements, assembly attributes
            string expected = string.Join('.', file.Split('/')[1..^1]);
            string name = declared["namespace ".Length..].TrimEnd(';');
            bool follows = name == expected || (expected.StartsWith(name + ".", StringComparison.Ordinal) && name.Contains('.', StringComparison.Ordinal)); // the room's own, where a type bears the folder's name
            Assert.True(follows, $"{file}: namespace {name}, expected {expected}");
        }
    }

    [Fact]
    public void Files_are_short_enough_to_be_read_at_once()
    {
        var lengths = House.SourceFiles("src", "tests").Select(file => (File: file, Lines: File.ReadLines(Repository.File(file)).Count())).ToList();
        Assert.NotEmpty(lengths);
        Assert.All(lengths, file => Assert.True(file.Lines <= LongestFile, $"{file.File} has {file.Lines} lines, more than {LongestFile}"));
    }

    [Fact]
    public void Missing_documentation_fails_the_build_of_every_library()
    {
        string settings = File.ReadAllText(Repository.File("Directory.Build.props"));
        Assert.Contains("<GenerateDocumentationFile>true</GenerateDocumentationFile>", settings, StringComparison.Ordinal);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", settings, StringComparison.Ordinal);
        foreach (string project in House.Projects)
            Assert.DoesNotContain("1591", File.ReadAllText(Repository.File("src", project, project + ".csproj")), StringComparison.Ordinal);
        Assert.All(House.SourceFiles("src"), file => Assert.DoesNotContain("#pragma warning disable CS1591", File.ReadAllText(Repository.File(file)), StringComparison.Ordinal));
    }
}
