using Residuum.Discovery.Models;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Models;

/// <summary>What holds for every model, of partial and of ordinary differential equations.</summary>
public sealed class EveryModelTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. ModelCase.All.Keys];

    public static TheoryData<string, TimeScheme> Steppers
    {
        get
        {
            var data = new TheoryData<string, TimeScheme>();
            foreach (var (name, model) in ModelCase.All)
            {
                foreach (var scheme in model.Schemes) data.Add(name, scheme);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_declared_identity_holds_on_the_attractor(string name)
    {
        var model = ModelCase.All[name];
        var states = model.States();
        Assert.NotEmpty(model.Identities);
        foreach (var identity in model.Identities)
        {
            for (int i = 0; i < states.Members; i++)
            {
                double residual = identity.Residual(states.State(i).ToArray());
                Assert.True(residual >= 0 && residual <= identity.Tolerance, $"{identity.Name}: {residual}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Steppers))]
    public void Every_time_stepper_has_its_order(string name, TimeScheme scheme)
    {
        const int finest = 5;
        var model = ModelCase.All[name];
        var start = model.OrderStart();
        double interval = 16 * model.OrderStep;
        double[] Run(TimeScheme with, int halvings) => model.Solver(with, model.OrderStep / (1 << halvings)).Run([start], interval).States.Values;
        double[] exact = Run(model.Schemes[0], finest);
        double Error(int halvings) => Run(scheme, halvings).Zip(exact, (a, b) => Math.Abs(a - b)).Max();

        double error = Error(0), slope = Math.Log2(error / Error(1));
        output.WriteLine($"slope {slope:f3}, error {error:e2}");
        int order = OrderOf(scheme);
        Assert.InRange(slope, order - 0.3, order + 0.3);
    }

    [Fact]
    public void Kuramoto_Sivashinsky_declares_no_law_that_its_terms_break()
    {
        var plain = new KuramotoSivashinsky(FourierGrid.Periodic(22, 96));
        var dispersive = plain with { Dispersion = 0.5 };
        double[] state = ModelCase.All["Kuramoto-Sivashinsky"].States().State(0).ToArray();
        Assert.InRange(Identities1D.OddSymmetry(dispersive).Residual(state), 0.01, 2);
        Assert.DoesNotContain(dispersive.Identities, identity => identity.Name == Identities1D.OddSymmetry(plain).Name);
        Assert.Empty((plain with { Extra = [new AddedTerm(Libraries.Term.Parse("u^2*u_xx", plain.Fields), -0.1)] }).Identities);
    }

    [Fact]
    public void Every_built_in_model_runs_from_its_initial_state_and_takes_its_parameters()
    {
        foreach (string name in BuiltInModels.Names)
        {
            var parameters = BuiltInModels.Defaults(name).ToDictionary(pair => pair.Key, pair => (1.01 * pair.Value) + 0.001);
            var model = BuiltInModels.Create(name, FourierGrid.Periodic(20, 64), parameters);
            double[] state = model.InitialState(3), plain = BuiltInModels.Create(name, model.Grid, new Dictionary<string, double>()).Tendency(state);
            Assert.NotEqual(plain, model.Tendency(state));
            var solver = model.With(TimeScheme.Etdrk4, 0.005);
            Assert.Empty(solver.Run([new StateBatch(solver.Layout, 1, state)], 0.5).Failures);
        }
    }

    private static int OrderOf(TimeScheme scheme) => scheme switch
    {
        TimeScheme.Etdrk4 or TimeScheme.Rk4 => 4,
        TimeScheme.ImexRk3 => 3,
        TimeScheme.SemiImplicitEuler or TimeScheme.Leapfrog => 1, // the filter of the leapfrog costs an order
        _ => 2,
    };
}
