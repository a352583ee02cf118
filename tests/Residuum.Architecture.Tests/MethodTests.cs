using Residuum.Cli;
using Residuum.Studies;

namespace Residuum.Architecture.Tests;

public sealed class MethodTests
{
    [Fact]
    public void Every_card_that_has_landed_stands_in_exactly_one_list_of_methods()
    {
        var methods = Rooms.Methods.Select(method => method.Slug).ToList();
        Assert.Equal(methods.Distinct(), methods);
        Assert.All(AllStudies.List, study => Assert.Contains(study.Slug, methods)); // a card lands with its study
    }

    [Fact]
    public void Every_method_has_its_study()
    {
        var studies = AllStudies.List.Select(study => study.Slug).ToList();
        Assert.Equal(studies.Distinct(), studies);
        Assert.All(Rooms.Methods, method => Assert.Contains(method.Study, studies));
    }

    [Fact]
    public void A_study_stands_in_the_folder_of_its_room_in_a_file_of_its_own()
    {
        foreach (var study in AllStudies.List)
        {
            var type = study.GetType();
            string room = type.Namespace!["Residuum.Studies".Length..].TrimStart('.');
            Assert.Contains($"Residuum.{room}", House.Projects);
            Assert.True(File.Exists(Repository.File("src", "Residuum.Studies", room, type.Name + ".cs")), $"{type.Name} has no file of its own");
        }
    }

    [Fact]
    public void Slugs_are_written_as_file_names_of_cards() =>
        Assert.All(Rooms.Methods.Select(method => method.Slug).Concat(AllStudies.List.Select(study => study.Slug)), slug => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug));
}
