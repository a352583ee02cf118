using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.TwoLayer;

/// <summary>How MEDIDA works on a two-layer flow that is observed at sensors.</summary>
public sealed record TwoLayerMedidaOptions
{
    /// <summary>What the interpolator fills.</summary>
    [Option("What is interpolated: the states of both times, or the first state and then the innovation (linear interpolators only); auto takes innovations where fewer than 85 % of the grid is observed and the interpolator is linear.", Source = "medida-qg, Algorithm 3; states is published")]
    public FillMode Fill { get; init; } = FillMode.Auto;

    /// <summary>Grid points cut off at every side.</summary>
    [Option("Grid points left out at every side: sponge, edges and the jump of y.", Range = "[0, 10000]", Unit = "grid points", Source = "medida-qg, Algorithm 4: 20 at 96 x 192, 10 at 64 x 96")]
    public int Cut { get; init => field = Require.Declared(this, value); } = 20;

    /// <summary>When the library is evaluated.</summary>
    [Option("State at which candidate terms are evaluated: start is exact for an Euler step, trapezoid suits noisy or continuous-time data, predicted is published; auto takes start for clean data and trapezoid for noisy.", Source = "medida-qg, Numerical pitfalls")]
    public TwoLayerLibraryTime LibraryTime { get; init; } = TwoLayerLibraryTime.Auto;

    /// <summary>Whether columns pass the step's hyperdiffusion.</summary>
    [Option("Whether candidate terms pass the filter of the implicit hyperdiffusion, as the increments have.", Source = "medida-qg, Algorithm 5: without it a coefficient of -.5 is found as -.4995")]
    public bool FilterColumns { get; init; } = true;

    /// <summary>The step of the model.</summary>
    [Option("Time stepping of the model between two observations: euler is the published step; rk4 suits observations of a flow in continuous time.", Source = "medida-qg, Numerical pitfalls")]
    public ForecastScheme Scheme { get; init; } = ForecastScheme.Euler;

    /// <summary>Largest wave number kept in increments and columns; 0 keeps all.</summary>
    [Option("Largest wave number kept in increments and candidate terms; 0 keeps all, and for noisy observations finds one.", Range = "[0, inf)", Unit = "1/length", Source = "medida-qg, Numerical pitfalls: low-pass to the noise floor")]
    public double Cutoff { get; init => field = Require.Declared(this, value); }

    /// <summary>How scales are weighted.</summary>
    [Option("Weight of the scales in the regression: vorticity as published, or stream-function, in which the noise of the observations is white; auto takes the second for noisy observations.", Source = "docs/decisions 17")]
    public ScaleWeight Weight { get; init; } = ScaleWeight.Auto;

    /// <summary>α_max of the relevance vector machine.</summary>
    [Option("Columns whose precision exceeds this leave the relevance vector machine.", Range = "(0, inf)", Source = "medida-qg, Algorithm 6: 100")]
    public double AlphaMax { get; init => field = Require.Declared(this, value); } = 100;

    /// <summary>How the number of terms is chosen.</summary>
    [Option("Rule for the number of terms: the threshold alpha-max, or the corner of the L-curve of a sweep of thresholds.", Source = "medida-qg, Algorithm 6")]
    public SparsityRule Selection { get; init; } = SparsityRule.AlphaMax;

    /// <summary>Gate: least part of the increments that the terms must explain on a pair that was left out.</summary>
    [Option("A layer has no error where its terms explain less than this part of the increments of a pair that was left out; -1 chooses by the share of sensors.", Range = "[-1, 1]", Source = "medida-qg, Numerical pitfalls: .01, and .05 for states at 75 %")]
    public double Gate { get; init => field = Require.Declared(this, value); } = -1;

    /// <summary>Bootstrap replicates.</summary>
    [Option("Bootstrap replicates of blocks of the flow, for inclusion probabilities; 0 leaves them out.", Range = "[0, 100000]", Source = "medida-qg, What to do when there is more than a pair")]
    public int Replicates { get; init => field = Require.Declared(this, value); } = 100;

    /// <summary>Passes.</summary>
    [Option("Largest number of passes: each puts the found terms into the model and takes the increments anew; 1 is published.", Range = "[1, 20]", Source = "medida-qg, Numerical pitfalls: internal steps and iteration")]
    public int Passes { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>Space of the regression.</summary>
    [Option("Space of the regression: state is published; observation compares innovations at the sensors with the terms' response there, without interpolating the target.", Source = "medida-qg, What to do when there is more than a pair")]
    public RegressionSpace Space { get; init; } = RegressionSpace.State;

    /// <summary>Whether the answer is tried with fewer sensors.</summary>
    [Option("Whether the answer is tried again with a fifth of the sensors left out: what changes is not to be trusted.", Source = "medida-qg, Numerical pitfalls; issue: an interpolator that invents a Jacobian")]
    public bool TryFewerSensors { get; init; } = true;

    /// <summary>Seed.</summary>
    [Option("Seed of every random draw.", Range = "[0, 9e15]")]
    public long Seed { get; init => field = Require.Declared(this, value); }

    /// <summary>The points of a grid that <see cref="Cut"/> leaves.</summary>
    /// <exception cref="UserError">There are none.</exception>
    internal PlaneCut CutOf(PlaneGrid grid)
    {
        var cut = new PlaneCut(grid, Cut);
        return !cut.IsEmpty ? cut : throw new UserError(
            "the cut leaves nothing of the grid", "method.cut", $"{Cut} points at every side of {grid.Nx} x {grid.Ny}", $"less than {Math.Min(grid.Nx, grid.Ny) / 2}");
    }
}

/// <summary>What the interpolator fills.</summary>
public enum FillMode
{
    /// <summary>By the share of sensors.</summary>
    Auto,

    /// <summary>The states of both times.</summary>
    States,

    /// <summary>The first state, then the innovation.</summary>
    Innovations,
}

/// <summary>State at which candidate terms are evaluated.</summary>
public enum TwoLayerLibraryTime
{
    /// <summary>Start for clean data, trapezoid for noisy.</summary>
    Auto,

    /// <summary>ψ(t - Δt).</summary>
    Start,

    /// <summary>Mean of the terms at ψ(t - Δt) and ψ(t).</summary>
    Trapezoid,

    /// <summary>The model's prediction for t.</summary>
    Predicted,
}

/// <summary>Weight of the scales.</summary>
public enum ScaleWeight
{
    /// <summary>Stream function for noisy observations, else vorticity.</summary>
    Auto,

    /// <summary>Increments of q'.</summary>
    Vorticity,

    /// <summary>Increments divided by 1 + K²/2: about those of ψ.</summary>
    StreamFunction,
}

/// <summary>How the number of terms is chosen.</summary>
public enum SparsityRule
{
    /// <summary>One threshold.</summary>
    AlphaMax,

    /// <summary>Corner of the L-curve.</summary>
    Corner,
}

/// <summary>Space of the regression.</summary>
public enum RegressionSpace
{
    /// <summary>Interpolated increments on the grid.</summary>
    State,

    /// <summary>Innovations at the sensors.</summary>
    Observation,
}

/// <summary>Time stepping between two observations.</summary>
public enum ForecastScheme
{
    /// <summary>Forward Euler with implicit hyperdiffusion.</summary>
    Euler,

    /// <summary>Classical Runge-Kutta.</summary>
    Rk4,
}
