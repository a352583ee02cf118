using System.Numerics;
using System.Numerics.Tensors;
using Residuum.Discovery.Models;
using Residuum.Numerics.Random;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.TwoLayer;

/// <summary>Against pyqg's published reference run, and against the theory of baroclinic instability.</summary>
public sealed class UnequalLayersTests
{
    private const double Year = 360 * 86400.0;
    private static readonly PlaneGrid Grid = PlaneGrid.Periodic(32, 32, 1e6, 1e6);
    private static readonly UnequalLayersModel Reference = new(
        Grid, new UnequalLayersParameters { DeformationRadius = 3e4, UpperVelocity = 0.05, FilterFactor = 18.4, TimeStep = 12_800 });

    [Fact]
    public void Three_years_end_where_the_reference_run_of_pyqg_ends()
    {
        Effort.Slow();
        int steps = (int)(3 * Year / Reference.Parameters.TimeStep), step = 0, counted = 0;
        double upper = 0, lower = 0;
        double[] q = Reference.Run(ReferenceStart(), steps, TimeScheme.AdamsBashforth2, state =>
        {
            if (step++ * Reference.Parameters.TimeStep < Year) return; // its averages begin after a year
            counted++;
            double[] psi = Reference.StreamFunction(state), u = Grid.Derivative(psi, 0, 1), v = Grid.Derivative(psi, 1, 0);
            upper += KineticEnergy(u, v, 0);
            lower += KineticEnergy(u, v, 1);
        });
        Assert.Equal(7290, steps);
        Assert.Equal(1, TensorPrimitives.SumOfSquares<double>(q.AsSpan(0, Grid.Points)) / 9.561430503712755e-08, 0.01);
        Assert.Equal(1, upper / counted / 0.008183776317328265, 0.01);
        Assert.Equal(1, lower / counted / 0.00015616609033468579, 0.01);
    }

    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(0.05, 5.787e-7)] // stable without drag
    public void The_linearised_code_grows_at_the_rates_of_the_dispersion_relation(double velocity, double drag)
    {
        var model = Reference.With(Reference.Parameters with { UpperVelocity = velocity, BottomDrag = drag });
        int unstable = 0;
        for (int m = 1; m < 12; m++)
        {
            for (int n = -4; n < 5; n++)
            {
                double expected = GrowthRate(model.Parameters, m, n), found = GrowthOfTheCode(model, m, n);
                Assert.Equal(expected, found, 1e-8 * 1e-6); // relative to rates of 1e-6 a second
                if (expected > 1e-9) unstable++;
            }
        }
        Assert.InRange(unstable, 10, 90);
    }

    [Fact]
    public void Opposite_flows_without_beta_grow_at_the_rate_of_Phillips()
    {
        const double u = 0.1;
        var model = new UnequalLayersModel(Grid, new UnequalLayersParameters { Beta = 0, ThicknessRatio = 1, DeformationRadius = 4e4, UpperVelocity = u, LowerVelocity = -u, BottomDrag = 0 });
        for (int m = 1; m < 8; m++)
        {
            double k = 2 * Math.PI * m / 1e6, kd = 1 / 4e4, ratio = ((kd * kd) - (k * k)) / ((kd * kd) + (k * k));
            Assert.Equal(ratio > 0 ? k * u * Math.Sqrt(ratio) : 0, GrowthOfTheCode(model, m, 0), 1e-8 * k * u);
        }
    }

    [Fact]
    public void The_inversion_is_an_identity()
    {
        double[] psi = Noise();
        double[] again = Reference.StreamFunction(Reference.PotentialVorticity(psi));
        Assert.Equal(0, TensorPrimitives.Distance<double>(psi, again) / TensorPrimitives.Norm<double>(psi), 1e-12);
    }

    [Fact]
    public void Beta_alone_is_not_the_gradient_where_there_is_a_shear()
    {
        var p = Reference.Parameters with { Beta = 0 };
        Assert.Equal(p.UpperStretching * 0.05, p.UpperGradient, 1e-20);
        Assert.Equal(-0.25 * p.UpperStretching * 0.05, p.LowerGradient, 1e-20);
        Assert.Equal(1 / (3e4 * 3e4), p.UpperStretching + p.LowerStretching, 1e-20);
    }

    [Fact]
    public void The_drag_damps_a_zonal_flow_of_the_lower_layer_and_no_other()
    {
        var model = Reference.With(Reference.Parameters with { Beta = 0, UpperVelocity = 0 });
        double l = 2 * Math.PI * 3 / 1e6;
        double[] psi = [.. new double[Grid.Points], .. Grid.Y.SelectMany(y => Enumerable.Repeat(Math.Cos(l * y), 32))];
        double[] tendency = model.Tendency(model.PotentialVorticity(psi));
        for (int i = 0; i < Grid.Points; i++)
        {
            Assert.Equal(0, tendency[i], 1e-22);
            Assert.Equal(5.787e-7 * l * l * psi[Grid.Points + i], tendency[Grid.Points + i], 1e-22);
        }
    }

    [Fact]
    public void A_parameterization_is_added_at_every_step()
    {
        var still = Reference.With(Reference.Parameters with { BottomDrag = 0 });
        void Drag(double[] psi, Span<double> tendency)
        {
            double[] xx = Grid.Derivative(psi, 2, 0), yy = Grid.Derivative(psi, 0, 2);
            for (int i = Grid.Points; i < psi.Length; i++) tendency[i] -= 5.787e-7 * (xx[i] + yy[i]);
        }

        double[] start = ReferenceStart(), expected = Reference.Run(start, 20), found = still.Run(start, 20, added: Drag);
        Assert.Equal(0, TensorPrimitives.Distance<double>(expected, found) / TensorPrimitives.Norm<double>(expected), 1e-10);
        Assert.True(TensorPrimitives.Distance<double>(expected, still.Run(start, 20)) > 1e-4 * TensorPrimitives.Norm<double>(expected));
    }

    private static double[] ReferenceStart()
    {
        var q = new double[2 * Grid.Points];
        for (int i = 0; i < Grid.Points; i++)
        {
            double x = (i % 32 + 0.5) / 32, y = (i / 32 + 0.5) / 32;
            q[i] = (1e-6 * Math.Cos(10 * Math.PI * x)) + (1e-7 * Math.Cos(10 * Math.PI * y));
        }
        return q;
    }

    private static double KineticEnergy(double[] u, double[] v, int layer) =>
        (TensorPrimitives.SumOfSquares<double>(u.AsSpan(layer * Grid.Points, Grid.Points)) + TensorPrimitives.SumOfSquares<double>(v.AsSpan(layer * Grid.Points, Grid.Points))) / (2 * Grid.Points);

    // A plane wave in both layers advects nothing of itself, so that the code's tendency of it is linear: two columns of the matrix i q̂_t = M q̂.
    private static double GrowthOfTheCode(UnequalLayersModel model, int m, int n)
    {
        Complex[] first = Response(model, m, n, 0), second = Response(model, m, n, 1);
        return LargestGrowth(first[0], second[0], first[1], second[1]);
    }

    private static Complex[] Response(UnequalLayersModel model, int m, int n, int layer)
    {
        double Phase(int i) => 2 * Math.PI * ((m * (i % 32)) + (n * (i / 32))) / 32;
        var q = new double[2 * Grid.Points];
        for (int i = 0; i < Grid.Points; i++) q[(layer * Grid.Points) + i] = Math.Cos(Phase(i));
        double[] tendency = model.Tendency(q);
        return [.. Enumerable.Range(0, 2).Select(other =>
        {
            Complex sum = 0;
            for (int i = 0; i < Grid.Points; i++) sum += tendency[(other * Grid.Points) + i] * Complex.FromPolarCoordinates(2.0 / Grid.Points, -Phase(i));
            return sum;
        })];
    }

    private static double LargestGrowth(Complex a, Complex b, Complex c, Complex d)
    {
        Complex half = (a + d) / 2, root = Complex.Sqrt((half * half) - (a * d) + (b * c));
        return Math.Max((half + root).Real, (half - root).Real);
    }

    // det [(U_1 - c)(K² + F_1) - Q_1, -(U_1 - c) F_1; -(U_2 - c) F_2, (U_2 - c)(K² + F_2) - Q_2 - i r K²/k] = 0, growth k Im c.
    private static double GrowthRate(UnequalLayersParameters p, int m, int n)
    {
        double k = 2 * Math.PI * m / 1e6, k2 = (k * k) + Math.Pow(2 * Math.PI * n / 1e6, 2);
        double d1 = k2 + p.UpperStretching, d2 = k2 + p.LowerStretching, f1 = p.UpperStretching, f2 = p.LowerStretching;
        double u1 = p.UpperVelocity, u2 = p.LowerVelocity, a = (d1 * d2) - (f1 * f2);
        Complex q1 = p.UpperGradient, q2 = p.LowerGradient + (Complex.ImaginaryOne * p.BottomDrag * k2 / k);
        Complex b = (-a * (u1 + u2)) + (d1 * q2) + (d2 * q1), c = (((u1 * d1) - q1) * ((u2 * d2) - q2)) - (u1 * u2 * f1 * f2);
        Complex root = Complex.Sqrt((b * b) - (4 * a * c));
        return k * Math.Max((-b + root).Imaginary, (-b - root).Imaginary) / (2 * a);
    }

    private static double[] Noise()
    {
        var psi = new double[2 * Grid.Points];
        new RandomStream(3, "psi").Normal(psi);
        return Grid.Derivative(psi, 2, 0); // without means, as the barotropic one is not kept
    }
}
