using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Tests.Solvers;

/// <summary>Runs <c>wayward.py</c>, u' = -u, in a folder of its own with a space and letters beyond ASCII in its name.</summary>
internal sealed class WaywardSolver : IDisposable
{
    public const double Unlucky = 5;

    public static readonly StateLayout Layout = new(["u"], 8, 2 * Math.PI);

    public WaywardSolver(string mode, Func<ExternalSolverOptions, ExternalSolverOptions>? change = null, int points = 8)
    {
        Folder = Path.Combine(Path.GetTempPath(), $"own solver Größe 数 {Guid.NewGuid():n}");
        Directory.CreateDirectory(Folder);
        string script = Repository.File("tests", "Residuum.Discovery.Tests", "Solvers", "wayward.py");
        var options = new ExternalSolverOptions
        {
            Command = [Needs.Python(), "-I", "-S", script, "{in}", "{out}", "{dt}", "{steps}", mode],
            Format = ExchangeFormat.Npy,
            TimeLimit = 30,
            Slots = 1,
        };
        Solver = new ExternalSolver(Layout with { Points = points }, change is null ? options : change(options), Folder, Path.Combine(Folder, "work"));
    }

    public string Folder { get; }

    public ExternalSolver Solver { get; }

    /// <summary>Members 1, 2, 3 ... of a wave, each shifted; some unlucky.</summary>
    public static StateBatch Starts(int members, params int[] unlucky)
    {
        var batch = new StateBatch(Layout, members);
        for (int member = 0; member < members; member++)
        {
            var state = batch.State(member);
            for (int i = 0; i < state.Length; i++) state[i] = 0.5 + (0.3 * Math.Sin((2 * Math.PI * i / state.Length) + member));
            if (unlucky.Contains(member)) state[0] = Unlucky;
        }
        return batch;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
