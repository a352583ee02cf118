using Residuum.Discovery.Regression;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Tests.Regression;

/// <summary>PySINDy's documented Lorenz example: t in [0, 2), step 0.002, start (-8, 8, 27), second-order differences, polynomials of degree 2.</summary>
public sealed class LorenzTests
{
    private const double Step = 0.002;
    private const int Points = 1000;
    private static readonly string[] Names = ["1", "x", "y", "z", "x x", "x y", "x z", "y y", "y z", "z z"];
    private static readonly double[][] States = Trajectory();
    private static readonly Matrix Library = Polynomials();

    [Fact]
    public void Sequential_thresholding_prints_what_is_published()
    {
        // The printed numbers are those before the unbiased refit.
        var stlsq = new Stlsq(new StlsqOptions { Threshold = 0.1, Ridge = 0.5, Refit = false, Scaling = Scaling.None });
        AssertRow(stlsq, 0, 0.001, ("x", -9.999), ("y", 9.999));
        AssertRow(stlsq, 1, 0.001, ("x", 27.984), ("y", -0.996), ("x z", -1.000));
        AssertRow(stlsq, 2, 0.001, ("z", -2.666), ("x y", 1.000));
    }

    [Fact]
    public void Unbiased_refit_stays_near_what_is_published()
    {
        var stlsq = new Stlsq(new StlsqOptions { Threshold = 0.1, Ridge = 0.5, Scaling = Scaling.None });
        AssertRow(stlsq, 0, 0.01, ("x", -9.999), ("y", 9.999));
        AssertRow(stlsq, 1, 0.01, ("x", 27.984), ("y", -0.996), ("x z", -1.000));
        AssertRow(stlsq, 2, 0.01, ("z", -2.666), ("x y", 1.000));
    }

    [Fact]
    public void Relaxed_regression_prints_what_is_published()
    {
        var sr3 = new Sr3(new Sr3Options { Penalty = 0.1, Coupling = 1, Scaling = Scaling.None });
        AssertRow(sr3, 0, 0.001, ("x", -10.004), ("y", 10.004));
        AssertRow(sr3, 1, 0.001, ("x", 27.994), ("y", -0.993), ("x z", -1.000));
        AssertRow(sr3, 2, 0.001, ("z", -2.662), ("x y", 1.000));
    }

    [Theory]
    [InlineData("rvm")]
    [InlineData("rvm-fast")]
    [InlineData("stlsq")]
    public void Standardized_methods_find_the_third_equation(string name)
    {
        SparseFit fit = Regressors.Create(name).Fit(NormalEquations.FromRows(Library, Derivative(2)));
        Assert.Equal(["z", "x y"], fit.Support.Select(j => Names[j]));
    }

    private static void AssertRow(IRegressor regressor, int component, double tolerance, params (string Name, double Value)[] published)
    {
        SparseFit fit = regressor.Fit(NormalEquations.FromRows(Library, Derivative(component)));
        Assert.Equal(published.Select(term => term.Name), fit.Support.Select(j => Names[j]));
        foreach (var (name, value) in published) Assert.Equal(value, fit.Coefficients[Array.IndexOf(Names, name)], tolerance);
    }

    private static Matrix Polynomials()
    {
        var library = new Matrix(Points, Names.Length);
        for (int t = 0; t < Points; t++)
        {
            var (x, y, z) = (States[t][0], States[t][1], States[t][2]);
            new[] { 1, x, y, z, x * x, x * y, x * z, y * y, y * z, z * z }.CopyTo(library.Row(t));
        }
        return library;
    }

    private static double[] Derivative(int component)
    {
        double[] x = [.. States.Select(state => state[component])];
        var derivative = new double[Points];
        for (int t = 1; t < Points - 1; t++) derivative[t] = (x[t + 1] - x[t - 1]) / (2 * Step);
        derivative[0] = ((-1.5 * x[0]) + (2 * x[1]) - (0.5 * x[2])) / Step;
        derivative[^1] = ((1.5 * x[^1]) - (2 * x[^2]) + (0.5 * x[^3])) / Step;
        return derivative;
    }

    private static double[][] Trajectory()
    {
        const int inner = 20;
        var states = new double[Points][];
        double[] state = [-8, 8, 27];
        for (int t = 0; t < Points; t++)
        {
            states[t] = state;
            for (int i = 0; i < inner; i++) state = RungeKutta(state, Step / inner);
        }
        return states;
    }

    private static double[] RungeKutta(double[] u, double h)
    {
        double[] a = Rate(u), b = Rate(Moved(u, a, h / 2)), c = Rate(Moved(u, b, h / 2)), d = Rate(Moved(u, c, h));
        return [.. u.Select((value, i) => value + (h / 6 * (a[i] + (2 * b[i]) + (2 * c[i]) + d[i])))];
    }

    private static double[] Moved(double[] u, double[] rate, double h) => [.. u.Select((value, i) => value + (h * rate[i]))];

    private static double[] Rate(double[] u) => [10 * (u[1] - u[0]), (u[0] * (28 - u[2])) - u[1], (u[0] * u[1]) - (8.0 / 3 * u[2])];
}
