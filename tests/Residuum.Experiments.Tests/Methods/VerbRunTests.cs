using System.Text;
using Residuum.Experiments.Methods;
using Residuum.Numerics;
using Residuum.Numerics.Errors;

namespace Residuum.Experiments.Tests.Methods;

public sealed class VerbRunTests
{
    [Fact]
    public void A_verb_gets_its_inputs_by_name()
    {
        var run = Run(new(), ("runs", ["a", "b"]));
        Assert.Equal("a", run.Text("runs"));
        Assert.Equal(["a", "b"], run.Texts("runs"));
        Assert.False(run.Has("other"));
        Assert.Empty(run.Texts("other"));
    }

    [Fact]
    public void Standard_input_can_be_read_as_a_stream_and_as_a_file()
    {
        var run = Run(new(), ("file", ["-"]));
        using var reader = new StreamReader(run.OpenRead("file"));
        Assert.Equal("from standard input", reader.ReadToEnd());
        string copy = run.LocalFile("file");
        Assert.Equal("from standard input", File.ReadAllText(copy));
        Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
    }

    [Fact]
    public void A_missing_file_is_the_user_s_error()
    {
        var run = Run(new(), ("file", ["no/such.nc"]));
        Assert.Equal("no/such.nc: no such file", Assert.Throws<UserError>(() => run.OpenRead("file")).Message);
        Assert.Equal("no/such.nc: no such file", Assert.Throws<UserError>(() => run.LocalFile("file")).Message);
    }

    [Fact]
    public void Relative_paths_count_from_the_options_file()
    {
        Assert.Equal(Path.GetFullPath("projects"), new VerbRun(new Dictionary<string, IReadOnlyList<string>>(), new(), new Fake()) { OptionsFile = "projects/a.yaml" }.BaseFolder);
        Assert.Equal(Environment.CurrentDirectory, Run(new()).BaseFolder);
    }

    [Fact]
    public void A_command_that_a_file_brought_needs_a_yes_or_trust()
    {
        Assert.Contains("give --trust", Assert.Throws<UserError>(() => Run(new()).Confirm("run rm -r?")).Message, StringComparison.Ordinal);
        Run(new() { Trust = true }).Confirm("run ls?");
    }

    [Fact]
    public void Without_a_seed_the_seed_is_0() => Assert.Equal((0, 7), (Run(new()).Seed, Run(new() { Seed = 7 }).Seed));

    private static VerbRun Run(VerbSettings settings, params (string Name, IReadOnlyList<string> Values)[] inputs) =>
        new(inputs.ToDictionary(input => input.Name, input => input.Values), settings, new Fake());

    private sealed class Fake : IListener
    {
        public IProgress<Progress> Progress => throw new InvalidOperationException("nothing reports here");

        public Stream OpenStandardInput() => new MemoryStream(Encoding.UTF8.GetBytes("from standard input"));

        public void Say(string line) => throw new InvalidOperationException("nothing is said here");

        public bool Confirm(string question) => false;
    }
}
