using System.Numerics.Tensors;
using Residuum.Discovery.Models;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.TwoLayer;

public sealed class TwoLayerModelTests
{
    private static readonly PlaneGrid Grid = PlaneGrid.Periodic(32, 48, 46, 68);
    private static readonly TwoLayerModel Model = new(Grid, new TwoLayerParameters { Hyperdiffusion = 1e-2 });

    [Fact]
    public void The_inversion_is_an_identity_on_fields_without_barotropic_mean()
    {
        double[] psi = Random(3), q = Model.PotentialVorticity(psi);
        Equal(psi, Model.StreamFunction(q), 1e-12);
        Equal(q, Model.PotentialVorticity(Model.StreamFunction(q)), 1e-12 * Norm(q));
    }

    [Fact]
    public void The_inversion_takes_several_states_and_refuses_ragged_ones()
    {
        double[] first = Random(3), second = Random(4), both = Model.PotentialVorticity([.. first, .. second]);
        Assert.Equal([.. Model.PotentialVorticity(first), .. Model.PotentialVorticity(second)], both);
        Assert.Throws<ArgumentException>(() => Model.PotentialVorticity(new double[Grid.Points]));
    }

    [Fact]
    public void Jacobians_conserve_vorticity_and_energy_and_vanish_where_they_must()
    {
        double[] a = Layer(Random(5), 0), b = Layer(Random(5), 1), jacobian = Model.Jacobian(a, b);
        double scale = Norm(jacobian);
        Assert.True(scale > 1e-3);
        Assert.Equal(0, TensorPrimitives.Sum<double>(jacobian), 1e-10 * scale);
        Assert.Equal(0, TensorPrimitives.Dot<double>(a, jacobian), 1e-10 * scale * Norm(a));
        Assert.Equal(0, TensorPrimitives.Dot<double>(b, jacobian), 1e-10 * scale * Norm(b));
        Assert.All(Model.Jacobian(a, a), value => Assert.Equal(0, value, 1e-12));
        double[] zonal = [.. Grid.Y.SelectMany(y => Enumerable.Repeat(Math.Sin(2 * Math.PI * y / 68), Grid.Nx))];
        Assert.All(Model.Jacobian(zonal, Model.JetStreamFunction()), value => Assert.Equal(0, value, 1e-12));
    }

    [Fact]
    public void The_jacobian_of_two_waves_is_the_product_of_their_derivatives()
    {
        double k = 2 * Math.PI / 46, l = 2 * Math.PI / 68;
        double[] a = [.. Points().Select(p => Math.Sin(3 * k * p.X))], b = [.. Points().Select(p => Math.Cos(5 * l * p.Y))];
        double[] expected = [.. Points().Select(p => -3 * k * Math.Cos(3 * k * p.X) * 5 * l * Math.Sin(5 * l * p.Y))];
        Equal(expected, Model.Jacobian(a, b), 1e-12);
    }

    [Fact]
    public void Dealiasing_keeps_the_sum_of_two_short_waves_out_of_long_ones()
    {
        double k = 2 * Math.PI / 46, l = 2 * Math.PI / 68;
        // Wave numbers 12 and 14 along x add up to 26, which 32 points would read as -6.
        double[] a = [.. Points().Select(p => Math.Sin(12 * k * p.X))], b = [.. Points().Select(p => Math.Sin((14 * k * p.X) + (2 * l * p.Y)))];
        double[] expected = [.. Points().Select(p => 12 * k * 2 * l / 2 * Math.Cos((2 * k * p.X) + (2 * l * p.Y)))];
        Equal(expected, Model.Jacobian(a, b), 1e-12);
    }

    [Fact]
    public void The_tendency_is_the_equation_of_the_card_term_by_term()
    {
        var p = new TwoLayerParameters { RelaxationRate = 0.3, JetRelaxationRate = 0.2, JacobianFactor = 0.7, Sponge = 0.9, Hills = [20, 10, 15, 5] };
        var model = Model.With(p);
        double[] psi = Random(6), q = model.PotentialVorticity(psi), jet = model.JetStreamFunction();
        double[] topography = Topography.Of(Grid, p.Hills), tendency = model.Tendency(q);
        for (int layer = 0; layer < 2; layer++)
        {
            double sign = layer == 0 ? 1 : -1;
            double[] own = Layer(psi, layer), advected = Layer(q, layer);
            if (layer == 1) TensorPrimitives.Add(advected, topography, advected);
            double[] jacobian = model.Jacobian(own, advected), slope = model.Derivative(own, 1, 0), xx = model.Derivative(own, 2, 0), yy = model.Derivative(own, 0, 2);
            double[] expected = new double[Grid.Points];
            for (int i = 0; i < expected.Length; i++)
            {
                int j = i / Grid.Nx;
                double mean = TensorPrimitives.Average<double>(advected.AsSpan(j * Grid.Nx, Grid.Nx)), edge = Math.Min(j, Grid.Ny - j - 1) * Grid.StepY;
                expected[i] = (-0.7 * jacobian[i]) - (0.196 * slope[i])
                    + (sign * ((0.3 * (psi[i] - psi[Grid.Points + i])) - (0.2 * jet[i])))
                    - (0.9 / Math.Pow(Math.Cosh(edge / 3.5), 2) * (advected[i] - mean))
                    - (layer == 1 ? 0.07 * (xx[i] + yy[i]) : 0);
            }
            Equal(expected, Layer(tendency, layer), 1e-11);
        }
    }

    [Fact]
    public void The_equilibrium_jet_has_its_velocity_and_no_mean()
    {
        double[] jet = Model.JetStreamFunction(), slope = Model.Derivative(jet, 0, 1);
        Assert.Equal(0, TensorPrimitives.Sum<double>(jet), 1e-10);
        int centre = (Grid.Ny / 2 * Grid.Nx) + 5, edge = 5;
        Assert.Equal(1, -slope[centre], 0.05);
        Assert.Equal(-1, -slope[edge], 0.05);
    }

    [Fact]
    public void An_euler_step_is_the_tendency_and_the_filter_of_the_hyperdiffusion()
    {
        double[] q = Model.PotentialVorticity(Random(7)), tendency = Model.Tendency(q), expected = new double[q.Length];
        TensorPrimitives.MultiplyAdd(tendency, Model.Parameters.TimeStep, q, expected);
        Equal(Model.Filter(expected), Model.EulerStep(q), 1e-13);
    }

    [Fact]
    public void Leapfrog_and_runge_kutta_agree_on_a_short_run()
    {
        var model = Model.With(Model.Parameters with { TimeStep = 0.005 });
        double[] q = model.PotentialVorticity(Random(8)), leapfrog = model.Run(q, 200), exact = model.Run(q, 200, TimeScheme.Etdrk4);
        double moved = TensorPrimitives.Distance<double>(q, exact);
        Assert.True(TensorPrimitives.Distance<double>(leapfrog, exact) < 0.002 * moved);
    }

    [Fact]
    public void An_added_tendency_is_added_at_every_stage()
    {
        double[] q = Model.PotentialVorticity(Random(9));
        var doubled = Model.With(Model.Parameters with { RelaxationRate = 0.02 });
        void Relax(double[] psi, Span<double> tendency)
        {
            for (int i = 0; i < Grid.Points; i++)
            {
                tendency[i] += 0.01 * (psi[i] - psi[Grid.Points + i]);
                tendency[Grid.Points + i] -= 0.01 * (psi[i] - psi[Grid.Points + i]);
            }
        }

        Equal(doubled.EulerStep(q), Model.EulerStep(q, Relax), 1e-13);
        Equal(doubled.RungeKuttaStep(q), Model.RungeKuttaStep(q, Relax), 1e-13);
    }

    private static IEnumerable<(double X, double Y)> Points() => Grid.Y.SelectMany(y => Grid.X.Select(x => (x, y)));

    private static double[] Random(long seed) => [.. TwoLayerSpinup.RandomStart(Grid, seed).Select(value => 100 * value)];

    private static double[] Layer(double[] state, int layer) => state.AsSpan(layer * Grid.Points, Grid.Points).ToArray();

    private static double Norm(double[] field) => TensorPrimitives.Norm<double>(field);

    private static void Equal(double[] expected, double[] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[i], tolerance);
    }
}
