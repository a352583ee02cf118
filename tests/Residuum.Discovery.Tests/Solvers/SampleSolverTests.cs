using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Solvers;

/// <summary>The samples in C, Python and Fortran against the built-in model with the same scheme.</summary>
public class SampleSolverTests
{
    private const double Step = 0.005;

    private static readonly KuramotoSivashinsky Model = new(FourierGrid.Periodic(100, 128));

    [Theory]
    [Trait("Needs", "gcc")]
    [InlineData("c")]
    [InlineData("fortran")]
    public void A_compiled_sample_agrees_with_the_built_in_model(string language) => Agrees(language);

    [Fact]
    [Trait("Needs", "python")]
    public void The_Python_sample_agrees_with_the_built_in_model() => Agrees("python");

    [Fact]
    [Trait("Needs", "gcc")]
    public void The_C_sample_keeps_the_contract_and_has_its_order()
    {
        using var sample = new SampleSolver("c");
        var solver = sample.Solver(new StateLayout(["u"], 128, 100), advection: 1);
        var result = SolverCheck.Run(solver, Pairs(), 0.05, new SolverCheckOptions());
        Assert.True(result.Passed, string.Join("\n", result.Findings));
        Assert.Equal(2, result.ObservedOrder, 0.25);
    }

    [Fact]
    [Trait("Needs", "gcc")]
    public void Splitting_of_a_two_step_solver_keeps_second_order()
    {
        using var sample = new SampleSolver("c");
        var solver = sample.Solver(new StateLayout(["u"], 128, 100), advection: 0, options => options with { Forcing = false });
        var corrected = (ISteppedSolver)solver.WithTerms([new AddedTerm(Term.Parse("u*u_x", ["u"]), -1)]);
        var result = SolverCheck.Run(corrected, Pairs(), 0.05, new SolverCheckOptions { Members = 2 });
        Assert.Equal(2, result.ObservedOrder, 0.25);
    }

    [Fact]
    public void Samples_are_at_most_60_lines()
    {
        string[] samples = Directory.GetFiles(Repository.File("samples", "solvers"), "ks.*", SearchOption.AllDirectories);
        Assert.Equal(3, samples.Length);
        Assert.All(samples, path => Assert.InRange(File.ReadLines(path).Count(), 20, 60));
    }

    /// <summary>Both with the term inside the model and with it found and added as a forcing.</summary>
    private static void Agrees(string language)
    {
        using var sample = new SampleSolver(language);
        var starts = Pairs();
        var expected = Model.With(TimeScheme.Cnab2).Run(starts, Step).States;

        var whole = sample.Solver(expected.Layout, advection: 1).Run(starts, Step);
        var forced = sample.Solver(expected.Layout, advection: 0).WithTerms([new AddedTerm(Term.Parse("u*u_x", ["u"]), -1)]).Run(starts, Step);

        Assert.Empty(whole.Failures);
        Assert.Equal(expected.Values, whole.States.Values, (a, b) => Math.Abs(a - b) < 1e-13);
        Assert.Equal(expected.Values, forced.States.Values, (a, b) => Math.Abs(a - b) < 1e-13);
    }

    /// <summary>Chaotic states a step apart.</summary>
    private static StateBatch[] Pairs()
    {
        var truth = Model.With(TimeScheme.Etdrk4, 0.05);
        var spun = new StateBatch(truth.Layout, 4);
        for (int member = 0; member < 4; member++) Model.InitialState(member).CopyTo(spun.State(member));
        var older = truth.Run([spun], 20).States;
        return [older, truth.Run([older], Step).States];
    }
}
