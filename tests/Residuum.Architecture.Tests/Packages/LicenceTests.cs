using System.Text.Json;
using Residuum.Notices;

namespace Residuum.Architecture.Tests.Packages;

public sealed class LicenceTests
{
    private static readonly IReadOnlyList<Component> Tool = RestoredPackages.Read(Assets("src", "Residuum.Cli"));

    /// <summary>Every project, those of the tests too: what is used to build is also used under a licence.</summary>
    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Repository.File("src")).Concat(Directory.GetDirectories(Repository.File("tests")))
        .Where(folder => Directory.GetFiles(folder, "*.csproj").Length > 0).Select(folder => Path.GetRelativePath(Repository.Root, folder))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_package_has_a_licence_of_the_allow_list(string project)
    {
        Assert.SkipUnless(File.Exists(Assets(project)), "not restored: ./test.sh restores every project");
        Assert.All(RestoredPackages.Read(Assets(project)), package => Assert.True(LicencePolicy.Accepts(package.Licence), $"{package.Name}: {package.Licence}"));
    }

    [Fact]
    public void Every_part_compiled_into_a_file_has_a_licence_of_the_allow_list() =>
        Assert.All(Contents.Known.Parts, part => Assert.True(LicencePolicy.Accepts(part.Licence), $"{part.Name}: {part.Licence}"));

    [Fact]
    public void The_notices_are_those_of_what_was_restored()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the notices are written on Linux");
        Assert.True(
            NoticesText.Write(Tool, Contents.Known.Parts) == File.ReadAllText(Repository.File("THIRD-PARTY-NOTICES.txt")),
            "THIRD-PARTY-NOTICES.txt is out of date: dotnet run --project build/Notices");
    }

    [Fact]
    public void The_bill_of_materials_names_every_package_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the bill is written on Linux");
        using var bill = JsonDocument.Parse(File.ReadAllBytes(Repository.File("residuum.cdx.json")));
        string[] named = [.. bill.RootElement.GetProperty("components").EnumerateArray()
            .Where(component => component.TryGetProperty("purl", out _)).Select(component => component.GetProperty("purl").GetString()!)];
        Assert.Equal(Tool.Select(package => $"pkg:nuget/{package.Name}@{package.Version}"), named);
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MIT OR GPL-2.0-only", true)]
    [InlineData("MIT AND GPL-2.0-only", false)]
    [InlineData("GPL-3.0-or-later", false)]
    [InlineData("GPL-3.0-or-later WITH GCC-exception-3.1", true)]
    [InlineData("AGPL-3.0-only", false)]
    [InlineData("", false)]
    public void A_licence_is_accepted_only_where_its_terms_can_be_met(string expression, bool accepted) =>
        Assert.Equal(accepted, LicencePolicy.Accepts(expression));

    private static string Assets(params string[] project) => Repository.File([.. project, "obj", "project.assets.json"]);
}
