using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Tests.Solvers;

/// <summary>Protocol 1 by netCDF, read and written by netCDF4's Python.</summary>
[Trait("Needs", "python")]
public sealed class ExternalExchangeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("exchange").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, 1, "(3, 1, 8)")]
    [InlineData(2, 2, "(3, 2, 2, 8)")]
    public void States_and_forcing_pass_through_netCDF(int lags, int fields, string shape)
    {
        string[] names = [.. new[] { "u", "v" }.Take(fields)];
        var layout = new StateLayout(names, 8, 1);
        var solver = Solver(layout, lags, shape, forcing: true);
        var starts = new StateBatch(layout, 3, [.. Enumerable.Range(0, 24 * fields).Select(i => Math.Sin(i) + 2)]);
        StateBatch[] history = [.. Enumerable.Repeat(starts, lags)];

        var plain = solver.Run(history, 0.1).States;
        var forced = solver.WithTerms([new AddedTerm(Term.Parse("1", names), 0.5, fields - 1)]).Run(history, 0.1).States;

        for (int i = 0; i < plain.Values.Length; i++)
        {
            double forcing = i / 8 % fields == fields - 1 ? 0.5 : 0;
            Assert.Equal(starts.Values[i] * Math.Exp(-0.1), plain.Values[i], 1e-14);
            Assert.Equal(plain.Values[i] + (forcing * (1 - Math.Exp(-0.1))), forced.Values[i], 1e-14);
        }
    }

    [Fact]
    public void A_failing_script_is_reported_with_its_own_words()
    {
        var solver = Solver(new StateLayout(["u"], 8, 1), 1, "(1, 1, 9)", forcing: false);
        var error = Assert.Throws<SolverFailedException>(() => solver.Run([new StateBatch(solver.Layout, 1)], 0.1));
        Assert.Contains("ended with exit code 1; stderr: Traceback", error.Message);
        Assert.Contains("AssertionError", error.Message);
    }

    private ExternalSolver Solver(StateLayout layout, int lags, string shape, bool forcing)
    {
        string script = Repository.File("tests", "Residuum.Discovery.Tests", "Solvers", "netcdf_decay.py");
        var options = new ExternalSolverOptions
        {
            Command = [Needs.PythonModule("netCDF4"), script, "{in}", "{out}", "{dt}", "{steps}", shape],
            Lags = lags,
            Forcing = forcing,
            Slots = 1,
            TimeLimit = 120,
        };
        return new ExternalSolver(layout, options, _folder, Path.Combine(_folder, "work"));
    }
}
