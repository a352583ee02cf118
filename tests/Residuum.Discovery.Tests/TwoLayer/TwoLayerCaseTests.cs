using System.Numerics.Tensors;
using Residuum.Discovery.Models;
using Residuum.Discovery.TwoLayer;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.TwoLayer;

/// <summary>Increments of one Euler step against what the card says that each model misses.</summary>
public sealed class TwoLayerCaseTests
{
    private static readonly PlaneGrid Grid = TurbulentStates.Model.Grid;

    public static TheoryData<string> Codes => [.. TwoLayerCases.All.Select(known => known.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_increment_of_a_step_is_what_the_model_misses(string code)
    {
        var known = TwoLayerCases.Named(code);
        // Without a sponge, which in C acts on the hills that the model lacks.
        var published = TurbulentStates.Model.Parameters with { Sponge = 0 };
        TwoLayerModel truth = TurbulentStates.Model.With(known.Truth(published)), model = truth.With(known.Model(truth.Parameters));
        double[] psi = TurbulentStates.All[1], q = truth.PotentialVorticity(psi), increment = new double[q.Length];
        TensorPrimitives.Subtract(truth.EulerStep(q), model.EulerStep(q), increment);
        TensorPrimitives.Divide(increment, truth.Parameters.TimeStep, increment);

        double[] expected = truth.Filter([.. Missing(model, psi, known.Upper), .. Missing(model, psi, known.Lower)]);
        double scale = TensorPrimitives.Norm<double>(expected) + TensorPrimitives.Norm<double>(truth.Tendency(q));
        Assert.Equal(0, TensorPrimitives.Distance<double>(expected, increment) / scale, 1e-10);
        if (known.Lower.Count > 0) Assert.True(TensorPrimitives.Norm<double>(expected) > 1e-4 * scale);
    }

    [Fact]
    public void Coefficients_of_the_library_miss_what_the_card_says()
    {
        var library = TwoLayerLibrary.Of([]);
        foreach (var known in TwoLayerCases.Published)
        {
            TwoLayerParameters truth = known.Truth(new TwoLayerParameters()), model = known.Model(truth);
            foreach (var (layer, terms) in new[] { (0, known.Upper), (1, known.Lower) })
            {
                double[] expected = [.. library.Names.Select(name => terms.GetValueOrDefault(name))], found = TwoLayerCoefficients.Missing(truth, model, library, layer);
                for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[i], 1e-15);
                Assert.Equal(terms.Count, expected.Count(c => c != 0)); // every name is one of the library's
            }
        }
    }

    [Fact]
    public void Without_hyperdiffusion_the_increment_is_the_difference_of_the_tendencies()
    {
        var truth = TurbulentStates.Model.With(TurbulentStates.Model.Parameters with { Hyperdiffusion = 0 });
        var model = truth.With(TwoLayerCases.Named("1005").Model(truth.Parameters));
        double[] q = truth.PotentialVorticity(TurbulentStates.All[0]), increment = new double[q.Length], difference = new double[q.Length];
        TensorPrimitives.Subtract(truth.EulerStep(q), model.EulerStep(q), increment);
        TensorPrimitives.Divide(increment, 0.025, increment);
        TensorPrimitives.Subtract(truth.Tendency(q), model.Tendency(q), difference);
        Assert.Equal(0, TensorPrimitives.Distance<double>(increment, difference) / TensorPrimitives.Norm<double>(difference), 1e-10);
    }

    [Fact]
    public void A_relaxation_of_the_wrong_sign_flips_what_is_missed()
    {
        var truth = TurbulentStates.Model;
        double[] q = truth.PotentialVorticity(TurbulentStates.All[0]);
        double[] Missed(double rate)
        {
            var model = truth.With(truth.Parameters with { RelaxationRate = truth.Parameters.RelaxationRate + rate, JetRelaxationRate = truth.Parameters.JetRelaxationRate + rate });
            var missed = new double[q.Length];
            TensorPrimitives.Subtract(truth.Tendency(q), model.Tendency(q), missed);
            return missed;
        }

        double[] stronger = Missed(0.1), weaker = Missed(-0.1);
        for (int i = 0; i < q.Length; i++) Assert.Equal(-stronger[i], weaker[i], 1e-12);
        for (int i = 0; i < Grid.Points; i++) Assert.Equal(-stronger[i], stronger[Grid.Points + i], 1e-12); // and the layers miss opposite things
    }

    [Theory]
    [InlineData("1001", 17.0, 17.0)]
    [InlineData("1002", 17.0, 33.9)]
    [InlineData("1003", 1.7, 1.7)]
    [InlineData("1004", 49, 49)]
    [InlineData("1005", 99.6, 103.6)]
    [InlineData("1007", 0, 6.9)]
    [InlineData("1006", 0, 29.4)]
    [InlineData("1008", 0.98, 0.98)]
    [InlineData("1009", 19.2, 19.2)]
    public void Model_errors_are_those_of_the_card(string code, double upper, double lower)
    {
        var known = TwoLayerCases.Named(code);
        double[] above = [1, 0.196, 0.01, 0.01, 0.01], below = [.. above, 0.07];
        double Percent(IReadOnlyDictionary<string, double> missing, double[] own) => 100 * Math.Sqrt(missing.Values.Sum(c => c * c) / own.Sum(c => c * c));
        Assert.Equal(upper, Percent(known.Upper, above), 0.02 * upper);
        Assert.Equal(lower, Percent(known.Lower, below), 0.02 * lower);
    }

    [Fact]
    public void Cases_are_found_by_code_and_by_name_and_nothing_else()
    {
        Assert.Equal(TwoLayerCases.All.Count, TwoLayerCases.All.SelectMany(known => new[] { known.Code, known.Name }).Distinct().Count() / 2);
        Assert.Same(TwoLayerCases.Named("1004"), TwoLayerCases.Named("half-advection"));
        Assert.Equal(["1001", "1002", "1003", "1004", "1005", "1006", "1007", "1008", "1009"], TwoLayerCases.Published.Select(known => known.Code));
        Assert.Contains("1009 (no-beta)", Assert.Throws<UserError>(() => TwoLayerCases.Named("1010")).Message);
    }

    [Fact]
    public void Hills_stand_where_the_programs_of_the_paper_put_them_and_make_no_jump()
    {
        double[] hill = Topography.Hill(Grid, 1);
        int highest = TensorPrimitives.IndexOfMax<double>(hill);
        Assert.Equal(-10, Grid.X[highest % Grid.Nx], Grid.StepX / 2);
        Assert.Equal(-5, Grid.Y[highest / Grid.Nx], Grid.StepY / 2);
        double[] slope = Grid.Derivative(hill, 1, 0);
        Assert.True(Math.Abs(TensorPrimitives.MaxMagnitude<double>(slope)) < 0.13); // exp(-1/2)/5 at most, and no ringing of a jump
        Assert.Throws<UserError>(() => new TwoLayerParameters { Hills = [1, 2, 3, 4, 5] });
        Assert.Throws<UserError>(() => new TwoLayerParameters { Hills = [double.NaN] });
    }

    private static double[] Missing(TwoLayerModel model, double[] psi, IReadOnlyDictionary<string, double> terms)
    {
        var sum = new double[Grid.Points];
        foreach (var (name, coefficient) in terms) TensorPrimitives.MultiplyAdd(Column(model, psi, name), coefficient, sum, sum);
        return sum;
    }

    private static double[] Column(TwoLayerModel model, double[] psi, string name)
    {
        double[] upper = psi[..Grid.Points], lower = psi[Grid.Points..], q = model.PotentialVorticity(psi);
        double[] Laplacian(double[] field)
        {
            double[] sum = model.Derivative(field, 2, 0);
            TensorPrimitives.Add<double>(sum, model.Derivative(field, 0, 2), sum);
            return sum;
        }

        return name switch
        {
            "psi1" => upper,
            "psi2" => lower,
            "psiR" => model.JetStreamFunction(),
            "lap(psi2)" => Laplacian(lower),
            "dx(psi1)" => model.Derivative(upper, 1, 0),
            "dx(psi2)" => model.Derivative(lower, 1, 0),
            "J(psi1,q1)" => model.Jacobian(upper, model.AdvectedVorticity(q, 0)),
            "J(psi2,q2)" => model.Jacobian(lower, model.AdvectedVorticity(q, 1)),
            _ => model.Jacobian(lower, Topography.Hill(Grid, int.Parse(name.AsSpan("J(psi2,hill".Length, 1)) - 1)),
        };
    }
}
