using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Experiments.Methods;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary>What the verbs that work on a project share, and <c>discover init</c>, which writes one.</summary>
internal static class ProjectVerbs
{
    public static Input ProjectInput => Input.Options("project", "project file; flags override it") with { IsOptional = true };

    public static Verb Init { get; } = new Verb<InitOptions, ProjectWritten>("init")
    {
        Summary = "Write a commented project file for a file of observations.",
        Examples =
        [
            new("residuum discover init --from obs.nc", "Fills variables, grid, time step and units from the file and writes project.yaml."),
            new("residuum discover init --from obs.csv --project csv.yaml --length 100", "A length for a file that does not say it."),
        ],
        Run = (options, run, _) => Write(options, run),
    };

    /// <summary>The project that a verb was given; the tool's seed goes before the project's.</summary>
    public static Project Project(ProjectOptions options, VerbRun run)
    {
        if (run.Settings.Seed is { } seed) options = options with { Method = options.Method with { Seed = seed } };
        return new Project(options, run.BaseFolder);
    }

    private static ProjectWritten Write(InitOptions options, VerbRun run)
    {
        if (options.From.Length == 0) throw new UserError("--from is missing", "discover init", expected: "a netCDF, HDF5, .npy, Parquet or CSV file of observations");
        var reading = new ObservationOptions { Variables = options.Variables, TimeStep = options.TimeStep, Length = options.Length };
        var set = ProjectFile.Init(options.From, options.Project, reading);
        run.Say($"read {set.Samples} samples of {set.States.Count} states with {set.Layout.Points} points; {set.Quality.Dropped.Count} dropped");
        return new ProjectWritten(options.Project, set.Samples, set.States.Count, set.Layout.Points, set.Layout.Length);
    }
}

/// <summary>What a project is written from.</summary>
internal sealed record InitOptions
{
    [Option("File of observed states: netCDF, HDF5, .npy, Parquet or CSV.", Value = "FILE")]
    public string From { get; init; } = "";

    [Option("The project file to write; must not exist.", Value = "FILE")]
    public string Project { get; init; } = "project.yaml";

    [Option("Variables in the file, one for each field of the model; all that fit where left out.")]
    public IReadOnlyList<string> Variables { get; init; } = [];

    [Option("Time between the states of a sample, for files that do not say it; 0 reads the file.", Range = "[0, inf)")]
    public double TimeStep { get; init => field = Require.Declared(this, value); }

    [Option("Length of the periodic domain, for files that do not say it; 0 reads the file.", Range = "[0, inf)")]
    public double Length { get; init => field = Require.Declared(this, value); }
}

/// <summary>The project file that was written.</summary>
internal sealed record ProjectWritten(string Project, int Samples, int StatesOfSample, int Points, double Length) : IVerbResult
{
    public void Write(IPage page) => page.Line(Project);
}
