using System.Diagnostics;
using System.Globalization;
using Residuum.Discovery.Projects;
using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Verbs;

/// <summary>Sizes and memory of a discovery on a flow, and the time of a step; nothing is interpolated or regressed.</summary>
/// <param name="Pairs">Pairs of snapshots.</param>
/// <param name="HeldOut">Pairs of them that are not fitted.</param>
/// <param name="Nx">Grid points along x.</param>
/// <param name="Ny">Grid points along y.</param>
/// <param name="Sensors">Fewest sensors of a pair.</param>
/// <param name="Candidates">Candidate terms.</param>
/// <param name="Rows">Rows of each layer's regression.</param>
/// <param name="SecondsPerStep">Seconds of one model step, measured.</param>
/// <param name="Bytes">Memory of states, columns and the dense matrix over gaps or sensors.</param>
internal sealed record FlowDryRun(int Pairs, int HeldOut, int Nx, int Ny, int Sensors, int Candidates, int Rows, double SecondsPerStep, long Bytes) : IVerbResult
{
    private const int StatesOfAPair = 6; // start, end, prediction, increment, a spectrum, scratch

    public static FlowDryRun Of(FlowProject project)
    {
        var (observations, grid) = (project.Observations, project.Model.Grid);
        var split = FlowSplit.Of(observations, project.Options.Validation);
        int fitted = observations.Pairs - split.HeldOut, fewest = observations.Groups.Min(group => group.Sensors.Count);
        int rows = fitted * project.Cut.Points, candidates = project.Library.Terms.Count;
        long matrix = observations.Groups.Max(group => group.Sensors.GridIndices is null ? group.Sensors.Count : grid.Points - group.Sensors.Count);
        long numbers = ((long)fitted * StatesOfAPair * 2 * grid.Points) + ((long)rows * (candidates + 2)) + (matrix * matrix);
        return new FlowDryRun(observations.Pairs, split.HeldOut, grid.Nx, grid.Ny, fewest, candidates, rows, Step(project), numbers * sizeof(double));
    }

    public void Write(IPage page) => page.Table(["what", "size"],
    [
        ["pairs of snapshots", Text(Pairs, "0")],
        ["of them not fitted", Text(HeldOut, "0")],
        ["grid", $"{Text(Nx, "0")} x {Text(Ny, "0")}"],
        ["sensors, fewest of a pair", Text(Sensors, "0")],
        ["candidate terms", Text(Candidates, "0")],
        ["rows of each layer", Text(Rows, "0")],
        ["one model step", $"{Text(SecondsPerStep, "G2")} s"],
        ["memory of states, columns and gaps, at most", $"{Text(Bytes / 1e6, "F0")} MB"],
    ]);

    private static double Step(FlowProject project)
    {
        double[] rest = new double[2 * project.Model.Grid.Points];
        project.Model.EulerStep(rest); // plans of the transforms
        var clock = Stopwatch.StartNew();
        project.Model.EulerStep(rest);
        return clock.Elapsed.TotalSeconds;
    }

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
