using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Verbs;

/// <summary>A built-in system as the truth.</summary>
internal sealed record Truth(IPeriodicModel Model, PeriodicSolver Solver)
{
    private const double DefaultStep = 0.005;

    public static Truth Of(ModelOptions options, double length, int points)
    {
        var model = BuiltInModels.Create(options, FourierGrid.Periodic(length, points));
        AddedTerm[] extra = [.. options.ExtraTerms.Select(term => new AddedTerm(Term.Parse(term.Key, model.Fields), term.Value))];
        double step = options.Step > 0 ? options.Step : DefaultStep;
        return new Truth(model, new PeriodicSolver(model.Grid, model.Fields, [.. model.Terms, .. extra], options.Scheme, step, options.Dealias));
    }
}
