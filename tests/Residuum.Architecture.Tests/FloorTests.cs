using System.Reflection;
using System.Xml.Linq;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Residuum.Architecture.Tests;

public sealed class FloorTests
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_project_has_a_floor() => Assert.All(House.Projects, project => Assert.Contains(project, House.Floors.Keys));

    [Fact]
    public void Imports_go_down_the_floors_only_so_that_rooms_never_import_each_other()
    {
        foreach (string project in House.Projects)
        {
            foreach (string other in House.Projects.Where(other => other != project && House.Floors[other] >= House.Floors[project]))
            {
                var broken = Imports(project, other);
                Assert.True(broken.Count == 0, $"{project} (floor {House.Floors[project]}) imports {other} (floor {House.Floors[other]}): {string.Join("; ", broken)}");
            }
        }
    }

    [Fact]
    public void An_import_is_seen_where_there_is_one() => Assert.NotEmpty(Imports("Residuum.Experiments", "Residuum.Numerics"));

    [Fact]
    public void Project_files_reference_lower_floors_only()
    {
        foreach (string project in House.Projects)
        {
            var references = XDocument.Load(Repository.File("src", project, project + ".csproj")).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));
            Assert.All(references, other => Assert.True(House.Floors[other] < House.Floors[project], $"{project} references {other}"));
        }
    }

    [Fact]
    public void Libraries_reference_no_native_package_and_do_not_import_the_natives()
    {
        foreach (string project in House.Libraries)
        {
            string file = File.ReadAllText(Repository.File("src", project, project + ".csproj"));
            Assert.DoesNotContain("Natives.props", file, StringComparison.Ordinal);
            Assert.DoesNotContain("libtorch", file, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Native_code_is_called_from_the_numerics_only()
    {
        var callers = House.Assemblies.Values.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetMethods(Declared).Any(method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)) || Uses(type, "System.Runtime.InteropServices.NativeLibrary"))
            .Select(type => type.Assembly.GetName().Name).Distinct();
        Assert.Equal(["Residuum.Numerics"], callers);
    }

    [Fact]
    public void Libraries_print_nothing_and_draw_no_random_number_that_is_not_keyed_by_the_seed()
    {
        var types = House.Libraries.SelectMany(project => House.Assemblies[project].GetTypes()).ToList();
        Assert.DoesNotContain(types, type => Uses(type, "System.Console"));
        Assert.DoesNotContain(types, type => Uses(type, "System.Random"));
        Assert.Contains(House.Assemblies["Residuum.Cli"].GetTypes(), type => Uses(type, "System.Console")); // or nothing is seen at all
    }

    private static bool Uses(Type type, string other) =>
        House.Types.Types.FirstOrDefault(known => known.FullName == type.FullName)?.Dependencies.Any(dependency => dependency.Target.FullName == other) == true;

    private static List<string> Imports(string project, string other) =>
        [.. Types().That().ResideInAssembly(House.Assemblies[project])
            .Should().NotDependOnAny(Types().That().ResideInAssembly(House.Assemblies[other]))
            .Evaluate(House.Types).Where(result => !result.Passed).Select(result => result.Description)];
}
