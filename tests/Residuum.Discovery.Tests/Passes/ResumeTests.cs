using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Discovery.Verbs;
using Residuum.Experiments.Runs;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Passes;

public sealed class ResumeTests
{
    private static readonly KuramotoSivashinsky Truth = new(FourierGrid.Periodic(50, 64));
    private static readonly PeriodicSolver Model = (Truth with { Advection = 0 }).With(TimeScheme.Etdrk4, 0.05);
    private static readonly MedidaOptions Options = new() { Replicates = 3, Passes = 6 };
    private static readonly RunCommand Command = new("discover-run", new Dictionary<string, string>());

    [Fact]
    public void An_interrupted_discovery_goes_on_and_ends_with_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        var observations = Observations();
        var whole = Discover(observations, null);
        var store = new RunStore(folder.Path);
        for (int pass = 1; pass <= 2; pass++)
        {
            using var part = pass == 1 ? store.Start(Command) : store.Resume(Command);
            Assert.Throws<OperationCanceledException>(() => Discover(observations, new Interruption(new RunPassMemory(part))));
        }
        using var last = store.Resume(Command);
        var resumed = Discover(observations, new RunPassMemory(last));
        Assert.Equal(whole.Passes.Count, resumed.Passes.Count);
        Assert.All(whole.Passes.Zip(resumed.Passes), pair => Assert.Equal((pair.First.HeldOutSquare, pair.First.Change), (pair.Second.HeldOutSquare, pair.Second.Change)));
        Assert.Equal(whole.Fields[0].Coefficients, resumed.Fields[0].Coefficients);
        Assert.Equal(Numbers(whole), Numbers(resumed));
        Assert.Equal(["u u_x"], resumed.Support);
    }

    [Fact]
    public void Evidence_speaks_for_the_missing_term_and_for_no_other()
    {
        var found = Discover(Observations(), null).Fields[0];
        var kept = Assert.Single(found.Evidence, item => item.Kept);
        Assert.Equal("u u_x", kept.Term);
        Assert.InRange(kept.Size, 0.9, 1.1);
        Assert.True(kept.HeldOutFactor > 10 && kept.HeldOutSignificance > 3);
        Assert.All(found.Evidence.Where(item => !item.Kept), item => Assert.True(item.HeldOutFactor < 1.2, $"{item.Term}: {item.HeldOutFactor}"));
    }

    [Fact]
    public void Observations_tell_which_columns_are_alike_and_what_errors_to_expect()
    {
        var observations = Observations();
        var library = TermLibrary.Polynomial("u", 2, 4).With(["u_x + 0.01*u_xx"]);
        var told = Assert.Single(Identifiability.Of(Model, observations, [library], Options));
        var pair = told.Pairs[0];
        Assert.Equal(["u_x", "u_x + 0.01 u_xx"], new[] { pair.First, pair.Second }.Order(StringComparer.Ordinal));
        var expected = told.Errors.Single(error => error.Term == "u u_x");
        double reached = Discover(observations, null).Fields[0].Terms.Single().StandardError;
        Assert.InRange(reached / expected.Alone, 0.3, 3);
        Assert.All(told.Errors, error => Assert.True(error.WithAll >= error.Alone));
    }

    private static IEnumerable<(string, double, double, double)> Numbers(MedidaResult result) =>
        result.Fields[0].Terms.Select(found => (found.Term.Name, found.Coefficient, found.StandardError, found.InclusionProbability));

    private static MedidaResult Discover(ObservationSet observations, IPassMemory? memory) =>
        Medida.Discover(Model, observations, [TermLibrary.Polynomial("u", 2, 4)], Options, memory);

    private static ObservationSet Observations()
    {
        var solver = Truth.With(TimeScheme.Etdrk4, 0.05);
        return TwinExperiment.Observe(solver, new StateBatch(solver.Layout, 1, Truth.InitialState(2)), new TwinSettings { Samples = 30, Lags = 1, Lag = 0.1, SpinUp = 60, Noise = 0.01 }).Noisy;
    }

    // Stops after one more pass was kept, as a killed process does.
    private sealed class Interruption(IPassMemory memory) : IPassMemory
    {
        public PassState? Recall(int attempt) => memory.Recall(attempt);

        public void Keep(int attempt, PassState state)
        {
            memory.Keep(attempt, state);
            throw new OperationCanceledException();
        }
    }
}
