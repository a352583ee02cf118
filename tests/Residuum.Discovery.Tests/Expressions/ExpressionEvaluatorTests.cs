using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Expressions;

/// <summary>Terms evaluated at all grid points against C# at one point at a time, on fields whose derivatives are known.</summary>
public sealed class ExpressionEvaluatorTests
{
    private const double Length = 5, Wave = 2 * Math.PI / Length;

    private static readonly string[] Fields = ["u", "v"];
    private static readonly FourierGrid Grid = FourierGrid.Periodic(Length, 64);
    private static readonly double[] X = [.. Enumerable.Range(0, Grid.Points).Select(j => j * Length / Grid.Points)];

    private static readonly Dictionary<string, Func<Point, double>> Pointwise = new()
    {
        ["3.5"] = _ => 3.5,
        ["x"] = p => p.X,
        ["u"] = p => p.U,
        ["u_x"] = p => p.Ux,
        ["v_xx"] = p => p.Vxx,
        ["u^2*u_xx"] = p => p.U * p.U * p.Uxx,
        ["u^3*v_x"] = p => p.U * p.U * p.U * p.Vx,
        ["u^9"] = p => Math.Pow(p.U, 9),
        ["u^(-2)"] = p => 1 / (p.U * p.U),
        ["u^0.5*v"] = p => Math.Sqrt(p.U) * p.V,
        ["(u + v)^2"] = p => (p.U + p.V) * (p.U + p.V),
        ["(u - 2*v)*(v + 1)*u_x"] = p => (p.U - (2 * p.V)) * (p.V + 1) * p.Ux,
        ["u/v - v/u"] = p => (p.U / p.V) - (p.V / p.U),
        ["sin(u)*u_x"] = p => Math.Sin(p.U) * p.Ux,
        ["cos(2*x)*tanh(v_x)"] = p => Math.Cos(2 * p.X) * Math.Tanh(p.Vx),
        ["exp(-u)*log(u)"] = p => Math.Exp(-p.U) * Math.Log(p.U),
        ["sqrt(u)*abs(u_x)"] = p => Math.Sqrt(p.U) * Math.Abs(p.Ux),
        ["sin(cos(u)*v + x)"] = p => Math.Sin((Math.Cos(p.U) * p.V) + p.X),
        ["-2*dx(u^2)"] = p => -4 * p.U * p.Ux,
        ["dx(u*v, 2)"] = p => (p.Uxx * p.V) + (2 * p.Ux * p.Vx) + (p.U * p.Vxx),
    };

    public static TheoryData<string> Terms => [.. Pointwise.Keys];

    [Theory]
    [MemberData(nameof(Terms))]
    public void A_term_has_its_value_at_every_point(string text)
    {
        double[] values = Columns([text], states: 1)[0];
        for (int j = 0; j < X.Length; j++)
        {
            double expected = Pointwise[text](new Point(X[j], 0));
            Assert.Equal(expected, values[j], 1e-10 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Fact]
    public void A_library_is_evaluated_at_once_as_term_by_term()
    {
        string[] all = [.. Pointwise.Keys];
        double[][] together = Columns(all, states: 3);
        for (int i = 0; i < all.Length; i++) Assert.Equal(Columns([all[i]], states: 3)[0], together[i]);
    }

    private static double[][] Columns(string[] texts, int states)
    {
        var batch = new StateBatch(new StateLayout(Fields, Grid.Points, Length), states);
        for (int member = 0; member < states; member++)
        {
            for (int j = 0; j < X.Length; j++)
            {
                var point = new Point(X[j], member);
                (batch.Field(member, 0)[j], batch.Field(member, 1)[j]) = (point.U, point.V);
            }
        }
        return new TermEvaluator(Grid, [.. texts.Select(text => Term.Parse(text, Fields))]).Columns(batch);
    }

    /// <summary>u = 2 + sin κ(x - s), v = 3 + cos 2κx, and their derivatives.</summary>
    private sealed record Point(double X, int Shift)
    {
        public double U => 2 + Math.Sin(Wave * (X - Shift));

        public double Ux => Wave * Math.Cos(Wave * (X - Shift));

        public double Uxx => -Wave * Wave * Math.Sin(Wave * (X - Shift));

        public double V => 3 + Math.Cos(2 * Wave * X);

        public double Vx => -2 * Wave * Math.Sin(2 * Wave * X);

        public double Vxx => -4 * Wave * Wave * Math.Cos(2 * Wave * X);
    }
}
