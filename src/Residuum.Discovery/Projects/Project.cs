using System.Globalization;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Projects;

/// <summary>A project that is ready to be worked on: its options, and the folder that its paths start from.</summary>
/// <param name="Options">The options.</param>
/// <param name="Folder">Folder of the project file.</param>
public sealed record Project(ProjectOptions Options, string Folder)
{
    /// <summary>What will be executed, for the user to confirm; nothing where the model is built in.</summary>
    /// <exception cref="UserError">The command has no program or an unknown placeholder.</exception>
    public string? CommandToConfirm => Options.Solver.Command.Count == 0
        ? null
        : $"run the command {new ExternalCommand(Options.Solver.Command).Display} in the folder {Path.GetFullPath(Folder)}";

    /// <summary>Reads the observations.</summary>
    /// <exception cref="UserError">Names the file, the variable, what was found and what is needed.</exception>
    public ObservationSet Observe() => Options.Observations.File.Length > 0
        ? ObservationSet.Open(Path.GetFullPath(Options.Observations.File, Path.GetFullPath(Folder)), Options.Observations)
        : throw new UserError("no observations", "observations.file", remedy: "name a netCDF, HDF5, .npy, Parquet or CSV file");

    /// <summary>The solver whose error is sought: the built-in model, or the user's own once its command is confirmed.</summary>
    /// <param name="layout">Layout of the observed states.</param>
    /// <param name="workFolder">Where a solver of the user's gets its files.</param>
    /// <param name="confirm">Called with <see cref="CommandToConfirm"/> before anything is executed; throws to refuse.</param>
    /// <exception cref="UserError">No model, two models, or one that does not fit the observations.</exception>
    public ISolver Solve(StateLayout layout, string workFolder, Action<string> confirm)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(confirm);
        bool own = Options.Solver.Command.Count > 0, builtIn = Options.Model.Name.Length > 0;
        if (own && builtIn)
            throw new UserError("a project has one model", "model", $"the built-in {Options.Model.Name} and a solver of your own", remedy: "remove 'model.name' or 'solver.command'");
        if (!own) return BuiltIn(layout);
        confirm(CommandToConfirm!);
        return new ExternalSolver(layout, Options.Solver, Folder, workFolder);
    }

    /// <summary>The library of each field's equation.</summary>
    /// <param name="layout">Layout of the observed states.</param>
    public IReadOnlyList<TermLibrary> Candidates(StateLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return Options.Library.Build(layout.Fields);
    }

    private PeriodicSolver BuiltIn(StateLayout layout)
    {
        if (Options.Model.Name.Length == 0)
            throw new UserError("no model", "model.name", remedy: $"name one of {string.Join(", ", BuiltInModels.Names)}, or bring your own under 'solver'");
        var model = BuiltInModels.Create(Options.Model, FourierGrid.Periodic(layout.Length, layout.Points));
        if (model.Fields.Count != layout.Fields.Count)
            throw new UserError("the model does not fit the observations", "model.name",
                string.Create(CultureInfo.InvariantCulture, $"{layout.Fields.Count} observed fields: {string.Join(", ", layout.Fields)}"), $"{model.Fields.Count}: {string.Join(", ", model.Fields)}", "choose them under 'observations: variables'");
        AddedTerm[] extra = [.. Options.Model.ExtraTerms.Select(term => new AddedTerm(Term.Parse(term.Key, layout.Fields), term.Value))];
        double step = Options.Model.Step > 0 ? Options.Model.Step : double.PositiveInfinity;
        return new PeriodicSolver(model.Grid, layout.Fields, [.. model.Terms, .. extra], Options.Model.Scheme, step, Options.Model.Dealias);
    }
}
