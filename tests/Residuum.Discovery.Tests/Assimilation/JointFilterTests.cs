using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Assimilation;

/// <summary>Lorenz-96 with damping 1 as the truth, 0.9 as the model: h = -0.1 x, to be told from four terms that are not there.</summary>
public sealed class JointFilterTests
{
    private static readonly double[] PriorDeviations = [0.2, 0.02, 0.002, 0.05, 0.05];

    [Fact]
    public void Finds_the_missing_damping_and_drops_the_rest()
    {
        var estimate = Estimate(deviation: 0.1, observations: 400, new JointFilterOptions { Seed = 1 });
        Assert.Equal(-0.1, estimate.Coefficients[0], 0.003);
        Assert.Equal([0, 0, 0, 0], estimate.Coefficients[1..]);
        Assert.InRange(estimate.Deviations[0], 1e-4, 2e-3);
        Assert.InRange(estimate.InnovationRatio, 0.8, 1.2);
    }

    [Fact]
    public void Without_pruning_every_absent_term_is_within_three_deviations_of_zero()
    {
        var estimate = Estimate(deviation: 0.1, observations: 400, new JointFilterOptions { Seed = 2, DropBelow = 0 });
        Assert.Equal(1, estimate.Passes);
        Assert.Equal(-0.1, estimate.Coefficients[0], 0.003);
        for (int j = 1; j < 5; j++) Assert.InRange(Math.Abs(estimate.Coefficients[j]), 0, 3 * estimate.Deviations[j]);
    }

    [Fact]
    public void Terms_of_a_library_join_a_solver()
    {
        var truth = new OdeSolver(new Lorenz96());
        Term[] terms = [Term.Parse("x", truth.Layout.Fields), Term.Parse("x^2", truth.Layout.Fields)];
        var family = JointFilter.Adding(new OdeSolver(new Lorenz96 { Damping = 0.8 }), [.. terms.Select(term => new AddedTerm(term, 1))]);
        var start = new StateBatch(truth.Layout, 1, truth.Model.GoodState);
        double[] expected = truth.Run([start], 0.5).States.Values, found = family([-0.2, 0]).Run([start], 0.5).States.Values;
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[i], 1e-12);
    }

    [Fact]
    public void A_sequence_needs_a_full_first_state()
    {
        var filter = new JointFilter(Model, PriorDeviations, new JointFilterOptions());
        Assert.Throws<UserError>(() => filter.Estimate([new Observation([1], [1], [3]), new Observation([1], [1], [3])], 0.05));
    }

    private static JointEstimate Estimate(double deviation, int observations, JointFilterOptions options)
    {
        var truth = new OdeSolver(new Lorenz96());
        var start = Attractor.Independent(truth, new(truth.Layout, 1, truth.Model.GoodState), spinUp: 20, count: 1, options.Seed);
        var random = new RandomStream(options.Seed, "sequence");
        Observation[] sequence = [.. Attractor.Record(truth, start, 0.05, observations).Select(state => Observe(state, deviation, random))];
        return new JointFilter(Model, PriorDeviations, options).Estimate(sequence, 0.05);
    }

    private static Observation Observe(StateBatch state, double deviation, RandomStream random) =>
        Observation.Full([.. state.Values.Select(value => value + (deviation * random.Normal()))], deviation);

    private static OdeSolver Model(double[] coefficients) => new(new WithLibrary(coefficients));

    /// <summary>0.9-damped Lorenz-96 plus c · (x, x², x³, x_{i+1} x_{i-1}, x_{i-2} x_{i-1}).</summary>
    private sealed class WithLibrary(double[] c) : IOdeModel
    {
        private readonly Lorenz96 _model = new() { Damping = 0.9 };

        public StateLayout Layout => _model.Layout;

        public double GoodStep => _model.GoodStep;

        public double[] GoodState => _model.GoodState;

        public IReadOnlyList<Identity> Identities => [];

        public void Tendency(ReadOnlySpan<double> x, Span<double> tendency)
        {
            _model.Tendency(x, tendency);
            int n = x.Length;
            for (int i = 0; i < n; i++)
            {
                double behind = x[(i + n - 1) % n];
                tendency[i] += (c[0] * x[i]) + (c[1] * x[i] * x[i]) + (c[2] * x[i] * x[i] * x[i]) + (c[3] * x[(i + 1) % n] * behind) + (c[4] * x[(i + n - 2) % n] * behind);
            }
        }
    }
}
