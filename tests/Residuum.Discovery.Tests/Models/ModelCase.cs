using Residuum.Discovery.Models;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Models;

/// <summary>A model with what a test needs to know to run it: one list for all of them.</summary>
internal sealed record ModelCase
{
    // Adams-Bashforth is stable at none of these steps; its order is measured on the two-layer model.
    private static readonly TimeScheme[] AllSchemes = [.. Enum.GetValues<TimeScheme>().Where(scheme => scheme != TimeScheme.AdamsBashforth2)];

    public static IReadOnlyDictionary<string, ModelCase> All { get; } = new Dictionary<string, ModelCase>
    {
        ["Kuramoto-Sivashinsky"] = Periodic(grid => new KuramotoSivashinsky(grid), 22, 96, 24, orderStep: 0.016, spinUp: 60),
        ["Kuramoto-Sivashinsky with other coefficients"] = Periodic(grid => new KuramotoSivashinsky(grid) { Advection = 1.3, Diffusion = 0.9, Dispersion = 0.2, HyperDiffusion = 1.1 }, 22, 96, 24, 0.016, 60),
        ["Burgers"] = Periodic(grid => new Burgers(grid) { Viscosity = 0.2 }, 2 * Math.PI, 128, 32, 0.01, 0.5),
        ["Korteweg-de Vries"] = Periodic(grid => new KortewegDeVries(grid), 40, 192, 48, 0.005, 0.5),
        ["Swift-Hohenberg"] = Periodic(grid => new SwiftHohenberg(grid), 12 * Math.PI, 96, 32, 0.02, 3),
        ["Swift-Hohenberg with a square"] = Periodic(grid => new SwiftHohenberg(grid) { Growth = 0.2, Quadratic = 0.8 }, 12 * Math.PI, 96, 32, 0.02, 3),
        ["shallow water"] = Periodic(grid => new ShallowWater(grid) { Viscosity = 0.05 }, 10, 128, 32, 0.01, 2),
        ["Brusselator"] = Periodic(grid => new Brusselator(grid), 50, 256, 48, 0.004, 20),
        ["Lorenz 1963"] = Ordinary(new Lorenz63()),
        ["Lorenz 1963 with other coefficients"] = Ordinary(new Lorenz63 { Sigma = 3, Rho = 20, Beta = 1 }),
        ["Lorenz 1996"] = Ordinary(new Lorenz96()),
        ["Lorenz 1996 with other coefficients"] = Ordinary(new Lorenz96(9) { Forcing = 5, Damping = 0.9, Advection = 1.1 }),
        ["Lorenz 1996 on two levels"] = Ordinary(new TwoLevelLorenz96(8, 4)),
        ["Lorenz 1996 on two levels, with other coefficients"] = Ordinary(new TwoLevelLorenz96(5, 1) { Coupling = 0.5, SpaceRatio = 7, TimeRatio = 3 }),
    };

    public required IReadOnlyList<Identity> Identities { get; init; }

    /// <summary>States of the attractor, or of the decay towards it, on a grid that resolves them.</summary>
    public required Func<StateBatch> States { get; init; }

    /// <summary>A start on a grid coarse enough for every stepper, explicit ones too.</summary>
    public required Func<StateBatch> OrderStart { get; init; }

    /// <summary>A solver on that grid.</summary>
    public required Func<TimeScheme, double, ISolver> Solver { get; init; }

    /// <summary>The coarsest step of the order test.</summary>
    public required double OrderStep { get; init; }

    public required IReadOnlyList<TimeScheme> Schemes { get; init; }

    private static ModelCase Periodic(Func<FourierGrid, IPeriodicModel> make, double length, int points, int orderPoints, double orderStep, double spinUp)
    {
        IPeriodicModel fine = make(FourierGrid.Periodic(length, points)), coarse = make(FourierGrid.Periodic(length, orderPoints));
        return new ModelCase
        {
            Identities = fine.Identities,
            States = () => StatesOf(fine, orderStep, spinUp, count: 4),
            OrderStart = () => StatesOf(coarse, orderStep / 2, spinUp, count: 1),
            Solver = (scheme, step) => coarse.With(scheme, step),
            OrderStep = orderStep,
            Schemes = AllSchemes,
        };
    }

    private static StateBatch StatesOf(IPeriodicModel model, double step, double spinUp, int count)
    {
        var solver = model.With(TimeScheme.Etdrk4, step);
        return Attractor.Sample(solver, new StateBatch(solver.Layout, 1, model.InitialState(1)), spinUp, spacing: 0.5, count);
    }

    private static ModelCase Ordinary(IOdeModel model)
    {
        StateBatch Sample(int count) => Attractor.Sample(new OdeSolver(model), new StateBatch(model.Layout, 1, model.GoodState), spinUp: 5, spacing: 0.5, count);
        return new ModelCase
        {
            Identities = model.Identities,
            States = () => Sample(5),
            OrderStart = () => Sample(1),
            Solver = (_, step) => new OdeSolver(model) { Step = step },
            OrderStep = model.GoodStep / 2,
            Schemes = [TimeScheme.Rk4],
        };
    }
}
