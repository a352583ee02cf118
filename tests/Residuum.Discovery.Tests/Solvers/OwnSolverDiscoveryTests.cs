using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Solvers;

/// <summary>A discovery does not care whose solver it is.</summary>
public class OwnSolverDiscoveryTests
{
    private static readonly MedidaOptions Options = new() { Passes = 6, Replicates = 0 };

    [Fact]
    [Trait("Needs", "gcc")]
    public void A_C_solver_without_advection_gives_the_same_terms_as_the_built_in_model()
    {
        var truth = new KuramotoSivashinsky(FourierGrid.Periodic(100, 256));
        var observations = Triples(truth, samples: 20, step: 0.005);
        var library = TermLibrary.Polynomial("u");
        using var sample = new SampleSolver("c");

        var own = Medida.Discover(sample.Solver(observations.Layout, advection: 0), observations, library, Options);
        var builtIn = Medida.Discover((truth with { Advection = 0 }).With(TimeScheme.Cnab2), observations, library, Options);

        Assert.Equal(["u u_x"], own.Support);
        Assert.Equal(builtIn.Support, own.Support);
        Assert.Equal(builtIn.Terms[0].Coefficient, own.Terms[0].Coefficient, 1e-6);
        Assert.Equal(builtIn.Fields[0].Terms[0].StandardError, own.Fields[0].Terms[0].StandardError, 1e-6);
        Assert.Equal(-1, own.Terms[0].Coefficient, 1e-4);
    }

    [Fact]
    [Trait("Needs", "python")]
    public void Two_killed_members_of_40_are_named_and_the_term_is_found_without_them()
    {
        using var own = new WaywardSolver("kill", options => options with { Slots = 2 }, points: 16);
        var observations = Logistic(own.Solver.Layout, samples: 40, unlucky: [11, 30]);

        var result = Medida.Discover(own.Solver, observations, TermLibrary.Of(["u"], new[] { "u", "u^2", "u^3", "u_x", "u_xx" }.Select(text => Term.Parse(text, ["u"]))), Options);

        Assert.Equal(["u^2"], result.Support);
        Assert.Equal(-0.5, result.Terms[0].Coefficient, 1e-3);
        string note = Assert.Single(result.Notes, note => note.Contains("failed"));
        Assert.Contains("2 of 40", note);
        Assert.Contains("sample 11 ", note);
        Assert.Contains("sample 30 ", note);
        Assert.Contains("killed by signal 9", note);
    }

    private static ObservationSet Triples(KuramotoSivashinsky truth, int samples, double step)
    {
        var fine = truth.With(TimeScheme.Etdrk4, step / 5);
        var coarse = truth.With(TimeScheme.Etdrk4, 0.01);
        StateBatch[] states = [.. Enumerable.Range(0, 3).Select(_ => new StateBatch(fine.Layout, samples))];
        var u = new StateBatch(fine.Layout, 1, truth.InitialState(0));
        for (int sample = 0; sample < samples; sample++)
        {
            u = coarse.Run([u], sample == 0 ? 100 : 2).States;
            foreach (var lag in states)
            {
                u.State(0).CopyTo(lag.State(sample));
                u = fine.Run([u], step).States;
            }
        }
        return new ObservationSet(states, [.. Enumerable.Repeat(step, samples)], new ObservationMetadata());
    }

    /// <summary>Exact pairs of u' = -u - u²/2; unlucky ones start where the solver is killed.</summary>
    private static ObservationSet Logistic(StateLayout layout, int samples, int[] unlucky)
    {
        const double C = -0.5, Step = 0.02;
        StateBatch start = new(layout, samples), end = new(layout, samples);
        for (int sample = 0; sample < samples; sample++)
        {
            double shift = unlucky.Contains(sample) ? WaywardSolver.Unlucky - Wave(0, sample) : 0;
            for (int i = 0; i < layout.Points; i++)
            {
                double u = i == 0 && shift != 0 ? WaywardSolver.Unlucky : Wave(2 * Math.PI * i / layout.Points, sample) + shift;
                start.State(sample)[i] = u;
                end.State(sample)[i] = u * Math.Exp(-Step) / (1 - (C * u * (1 - Math.Exp(-Step))));
            }
        }
        return new ObservationSet([start, end], [.. Enumerable.Repeat(Step, samples)], new ObservationMetadata());
    }

    private static double Wave(double x, int sample) => 1 + (0.5 * Math.Sin(x + sample)) + (0.4 * Math.Cos((2 * x) + (0.7 * sample)));
}
