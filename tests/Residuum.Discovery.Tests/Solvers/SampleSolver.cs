using System.Diagnostics;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Tests.Solvers;

/// <summary>The solvers under samples/solvers, built into a folder that goes when the test ends.</summary>
internal sealed class SampleSolver : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"sample solver {Guid.NewGuid():n}");

    public SampleSolver(string language)
    {
        Directory.CreateDirectory(_folder);
        Words = language switch
        {
            "c" => Build("gcc", "-O2", "-o", "ks", Repository.File("samples", "solvers", "c", "ks.c"), "-lm"),
            "fortran" => Build("gfortran", "-O2", "-o", "ks", Repository.File("samples", "solvers", "fortran", "ks.f90")),
            _ => [Needs.PythonModule("numpy"), Repository.File("samples", "solvers", "python", "ks.py")],
        };
    }

    private IReadOnlyList<string> Words { get; }

    /// <summary>The solver, with a coefficient of u u_x.</summary>
    public ExternalSolver Solver(StateLayout layout, double advection, Func<ExternalSolverOptions, ExternalSolverOptions>? change = null)
    {
        var options = new ExternalSolverOptions
        {
            Command = [.. Words, "{in}", "{out}", "{dt}", "{steps}", advection.ToString("R")],
            Format = ExchangeFormat.Npy,
            Lags = 2,
            Forcing = true,
            Order = 2,
            TimeLimit = 60,
        };
        return new ExternalSolver(layout, change is null ? options : change(options), _folder, Path.Combine(_folder, "work"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Build(string compiler, params string[] arguments)
    {
        using var build = Process.Start(new ProcessStartInfo(Needs.Program(compiler), arguments) { WorkingDirectory = _folder, RedirectStandardError = true })!;
        string errors = build.StandardError.ReadToEnd();
        build.WaitForExit();
        Assert.True(build.ExitCode == 0, errors);
        return ["./ks"];
    }
}
