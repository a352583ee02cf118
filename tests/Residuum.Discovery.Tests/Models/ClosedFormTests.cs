using System.Numerics;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Models;

/// <summary>Solutions that are known in closed form.</summary>
public sealed class ClosedFormTests
{
    [Fact]
    public void A_soliton_travels_unchanged()
    {
        const double speed = 4, time = 1;
        var model = new KortewegDeVries(FourierGrid.Periodic(40, 256));
        double[] Soliton(double t) => At(model.Grid, x => 3 * speed / 6 / Math.Pow(Math.Cosh((x - 15 - (speed * t)) * Math.Sqrt(speed) / 2), 2));
        Assert.InRange(Distance(Run(model, Soliton(0), time, 0.001), Soliton(time)), 0, 5e-8);
    }

    [Fact]
    public void Burgers_follows_the_Cole_Hopf_solution()
    {
        const double viscosity = 0.2, time = 1;
        var model = new Burgers(FourierGrid.Periodic(2 * Math.PI, 128)) { Viscosity = viscosity };
        double[] Exact(double t)
        {
            double decay = Math.Exp(-viscosity * t);
            return At(model.Grid, x => 2 * viscosity * decay * Math.Sin(x) / (1.5 + (decay * Math.Cos(x)))); // -2ν θ_x / θ with θ_t = ν θ_xx
        }
        Assert.InRange(Distance(Run(model, Exact(0), time, 0.01), Exact(time)), 0, 1e-9);
    }

    [Fact]
    public void Kuramoto_Sivashinsky_is_the_same_in_a_moving_frame()
    {
        const int shift = 8;
        const double time = 2;
        double[] state = ModelCase.All["Kuramoto-Sivashinsky"].States().State(0).ToArray();
        var model = new KuramotoSivashinsky(FourierGrid.Periodic(22, 96));
        double speed = shift * model.Grid.Length / model.Grid.Points / time;
        double[] rest = Run(model, state, time, 0.002), moving = Run(model, [.. state.Select(u => u + speed)], time, 0.002);
        double[] expected = [.. Enumerable.Range(0, rest.Length).Select(j => rest[(j + rest.Length - shift) % rest.Length] + speed)];
        Assert.InRange(Distance(moving, expected), 0, 1e-8);
    }

    [Fact]
    public void Exponential_steppers_are_exact_on_linear_equations()
    {
        string[] fields = ["u"];
        const double step = 0.3;
        var grid = FourierGrid.Periodic(5, 32);
        AddedTerm[] terms = [.. new[] { (0, -0.2), (1, 0.7), (2, 0.1), (3, -0.05), (4, -0.02) }.Select(c => new AddedTerm(Term.Of(Algebra.Field(0, c.Item1), fields), c.Item2))];
        double[] start = RandomWaves.On(grid, 1, "u", 0.5, 1, modes: 10), expected = new double[32], spectrum = new double[34];
        grid.Transform.Forward(start, spectrum);
        for (int k = 0; k < grid.Modes; k++)
        {
            Complex rate = terms.Select((term, order) => term.Coefficient * grid.DerivativeSymbol(order)[k]).Aggregate(Complex.Add);
            var mode = new Complex(spectrum[2 * k], spectrum[(2 * k) + 1]) * Complex.Exp(7 * step * rate);
            (spectrum[2 * k], spectrum[(2 * k) + 1]) = (mode.Real, mode.Imaginary);
        }
        grid.Transform.Inverse(spectrum, expected);
        foreach (var scheme in new[] { TimeScheme.Etdrk4, TimeScheme.Etdrk2 })
        {
            var solver = new PeriodicSolver(grid, fields, terms, scheme, step);
            Assert.InRange(Distance(solver.Run([new StateBatch(solver.Layout, 1, start)], 7 * step).States.Values, expected), 0, 1e-12);
        }
    }

    private static double[] Run(IPeriodicModel model, double[] start, double time, double step)
    {
        var solver = model.With(TimeScheme.Etdrk4, step);
        return solver.Run([new StateBatch(solver.Layout, 1, start)], time).States.Values;
    }

    private static double[] At(FourierGrid grid, Func<double, double> function) =>
        [.. Enumerable.Range(0, grid.Points).Select(j => function(j * grid.Length / grid.Points))];

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
