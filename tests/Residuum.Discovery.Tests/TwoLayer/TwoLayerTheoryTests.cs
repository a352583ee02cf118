using System.Numerics.Tensors;
using Residuum.Discovery.Models;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.TwoLayer;

/// <summary>What theory says of the model: waves, conserved quantities, orders of the steppers.</summary>
public sealed class TwoLayerTheoryTests(ITestOutputHelper output)
{
    private static readonly TwoLayerParameters Inviscid = new() { RelaxationRate = 0, JetRelaxationRate = 0, Friction = 0, Hyperdiffusion = 0, Sponge = 0 };
    private static readonly PlaneGrid Grid = PlaneGrid.Periodic(32, 48, 46, 68);

    [Theory]
    [InlineData(2, 3, 0)]
    [InlineData(5, 1, 0)]
    [InlineData(2, 3, 2)]
    [InlineData(4, -5, 2)]
    public void Rossby_waves_travel_at_their_frequency(int m, int n, double stretching)
    {
        // ψ_2 = ψ_1 is the barotropic wave, ψ_2 = -ψ_1 the baroclinic one, whose q has the stretching -2 ψ.
        double k = 2 * Math.PI * m / 46, l = 2 * Math.PI * n / 68, omega = -0.196 * k / ((k * k) + (l * l) + stretching), sign = stretching == 0 ? 1 : -1;
        var model = new TwoLayerModel(Grid, Inviscid with { TimeStep = 0.05 });
        double[] Wave(double time)
        {
            double[] layer = [.. Grid.Y.SelectMany(y => Grid.X.Select(x => 2 * Math.Cos((k * x) + (l * y) - (omega * time))))];
            return [.. layer, .. layer.Select(psi => sign * psi)];
        }

        double[] later = model.StreamFunction(model.Run(model.PotentialVorticity(Wave(0)), 400, TimeScheme.Rk4));
        Assert.Equal(0, TensorPrimitives.Distance<double>(Wave(20), later) / TensorPrimitives.Norm<double>(later), 1e-8);
        Assert.True(TensorPrimitives.Distance<double>(Wave(0), later) > 0.1 * TensorPrimitives.Norm<double>(later));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.196)]
    public void The_inviscid_model_conserves_energy_and_without_beta_enstrophy_up_to_the_error_of_the_stepper(double beta)
    {
        var model = TurbulentStates.Model.With(Inviscid with { Beta = beta });
        double[] q = model.PotentialVorticity(TurbulentStates.All[0]), at = Conserved(model, q), tendency = model.Tendency(q), psi = model.StreamFunction(q);
        // d/dt of E = -<ψ q>/2 is -<ψ q_t>, as the inversion is symmetric; d/dt of <q²> is 2 <q q_t>.
        Assert.Equal(0, TensorPrimitives.Dot<double>(psi, tendency) / (TensorPrimitives.Norm<double>(psi) * TensorPrimitives.Norm<double>(tendency)), 1e-12);
        double[] coarse = Drift(0.1), fine = Drift(0.05);
        for (int i = 0; i < (beta == 0 ? 3 : 1); i++)
        {
            output.WriteLine($"{coarse[i]:e2} / {fine[i]:e2} = {coarse[i] / fine[i]:f1}");
            Assert.InRange(coarse[i] / fine[i], 24, 42); // 32, as RK4 loses energy at fifth order; the card saw 28 to 31
            Assert.True(Math.Abs(fine[i]) < 1e-6);
        }

        double[] Drift(double step)
        {
            var stepped = model.With(model.Parameters with { TimeStep = step });
            return [.. Conserved(model, stepped.Run(q, (int)Math.Round(8 / step), TimeScheme.Rk4)).Zip(at, (later, first) => (later - first) / first)];
        }
    }

    [Theory]
    [InlineData(TimeScheme.SemiImplicitEuler, 1)]
    [InlineData(TimeScheme.AdamsBashforth2, 2)]
    [InlineData(TimeScheme.Etdrk4, 4)]
    public void Steppers_have_their_order_on_the_model(TimeScheme scheme, int order)
    {
        double[] q = TurbulentStates.Model.PotentialVorticity(TurbulentStates.All[0]);
        double[] Run(TimeScheme with, int halvings)
        {
            double step = 0.1 / (1 << halvings);
            return TurbulentStates.Model.With(TurbulentStates.Model.Parameters with { TimeStep = step, Hyperdiffusion = 1e-6 }).Run(q, 8 << halvings, with);
        }

        double[] exact = Run(TimeScheme.Etdrk4, 4);
        double slope = Math.Log2(TensorPrimitives.Distance<double>(Run(scheme, 1), exact) / TensorPrimitives.Distance<double>(Run(scheme, 2), exact));
        output.WriteLine($"slope {slope:f2}");
        Assert.Equal(order, slope, 0.35);
    }

    [Fact]
    public void The_leapfrog_is_of_second_order_without_its_filter_and_of_first_with_it()
    {
        double[] q = TurbulentStates.Model.PotentialVorticity(TurbulentStates.All[0]);
        double[] Run(double filter, int halvings, TimeScheme scheme)
        {
            double step = 0.05 / (1 << halvings);
            return TurbulentStates.Model.With(TurbulentStates.Model.Parameters with { TimeStep = step, Hyperdiffusion = 0, RobertAsselin = filter }).Run(q, 16 << halvings, scheme);
        }

        double[] exact = Run(0, 2, TimeScheme.Rk4);
        double Slope(double filter) => Math.Log2(
            TensorPrimitives.Distance<double>(Run(filter, 0, TimeScheme.Leapfrog), exact) / TensorPrimitives.Distance<double>(Run(filter, 1, TimeScheme.Leapfrog), exact));
        Assert.Equal(2, Slope(0), 0.3);
        Assert.Equal(1, Slope(0.5), 0.35);
    }

    // Energy, and the enstrophies of the layers.
    private static double[] Conserved(TwoLayerModel model, double[] q)
    {
        double[] psi = model.StreamFunction(q);
        int n = model.Grid.Points;
        return [-TensorPrimitives.Dot<double>(psi, q) / (2 * n), TensorPrimitives.SumOfSquares<double>(q.AsSpan(0, n)) / n, TensorPrimitives.SumOfSquares<double>(q.AsSpan(n)) / n];
    }
}
