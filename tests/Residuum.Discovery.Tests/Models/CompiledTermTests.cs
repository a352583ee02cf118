using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Models;

/// <summary>The solver's tendency, sorted into symbol, cross products and fluxes, against the same terms evaluated point by point.</summary>
public sealed class CompiledTermTests
{
    private static readonly string[] Fields = ["u", "v"];
    private static readonly FourierGrid Grid = FourierGrid.Periodic(7, 96);

    [Theory]
    [InlineData("u_xx", 0)]
    [InlineData("u", 0)]
    [InlineData("v_x", 0)]
    [InlineData("u_xxx", 1)]
    [InlineData("u*u_x", 0)]
    [InlineData("u^3*u_x", 0)]
    [InlineData("v^2*v_x", 0)]
    [InlineData("v*u_x", 0)]
    [InlineData("u*v*v_xx", 1)]
    [InlineData("dx(u*v)", 0)]
    [InlineData("dx(u^2, 2)", 1)]
    [InlineData("dx(v_x)", 0)]
    [InlineData("sin(u)*u_x", 0)]
    [InlineData("cos(2*pi*x/7)*v", 1)]
    [InlineData("1", 0)]
    [InlineData("2*u + 3*v_x - u^2", 1)]
    [InlineData("u^(-1)*u_x", 0)]
    public void Each_kind_of_term_has_its_pointwise_tendency(string text, int field) =>
        AssertPointwise([new AddedTerm(Term.Parse(text, Fields), -0.7, field)]);

    [Fact]
    public void Terms_of_all_kinds_add_up()
    {
        string[] texts = ["u_xx", "v_x", "u*u_x", "v^2*v_x", "dx(u*v)", "dx(u^2)", "u^2*v", "1", "tanh(v)*u_x", "v"];
        AssertPointwise([.. texts.SelectMany((text, i) => new[] { new AddedTerm(Term.Parse(text, Fields), 0.3 + i, 0), new AddedTerm(Term.Parse(text, Fields), 1.7 - i, 1) })]);
    }

    [Fact]
    public void Linear_terms_are_all_in_the_symbol()
    {
        var terms = new CompiledTerms(Grid, 2, [new AddedTerm(Term.Parse("2*u_xx - u", Fields), 0.5, 0), new AddedTerm(Term.Parse("v_x", Fields), 3, 0)], dealias: false);
        Assert.Empty(terms.Fluxes);
        Assert.Single(terms.Crosses);
        for (int k = 0; k < Grid.Modes; k++) Assert.Equal(-(Grid.WaveNumbers[k] * Grid.WaveNumbers[k]) - 0.5, terms.Symbol[k].Real, 1e-9);
    }

    [Fact]
    public void Dealiasing_removes_exactly_the_upper_third_of_products()
    {
        AddedTerm[] terms = [new AddedTerm(Term.Parse("u^2", ["u"]), 1)];
        double[] state = RandomWaves.On(Grid, 2, "u", 0, 1, modes: 40);
        double[] full = Spectrum(terms, state, dealias: false), cut = Spectrum(terms, state, dealias: true);
        for (int i = 0; i < full.Length; i++) Assert.Equal(3 * (i / 2) > Grid.Points ? 0 : full[i], cut[i]);
        Assert.Contains(full.Skip(2 * (Grid.Points / 3) + 2), value => Math.Abs(value) > 0.1);
    }

    private static double[] Spectrum(AddedTerm[] terms, double[] state, bool dealias)
    {
        var system = new PeriodicSystem(Grid, 1, terms, dealias);
        double[] spectrum = new double[system.Size], tendency = new double[system.Size];
        Grid.Transform.Forward(state, spectrum);
        system.Tendency(spectrum, tendency);
        return tendency;
    }

    private static void AssertPointwise(AddedTerm[] terms)
    {
        double[] state = [.. RandomWaves.On(Grid, 1, "u", 3, 0.5), .. RandomWaves.On(Grid, 1, "v", 0.4, 0.5)];
        var system = new PeriodicSystem(Grid, 2, terms);
        double[] spectra = new double[system.Size], tendency = new double[system.Size], actual = new double[state.Length], expected = new double[state.Length];
        Grid.Transform.Forward(state, spectra);
        system.Tendency(spectra, tendency);
        Grid.Transform.Inverse(tendency, actual);

        var batch = new StateBatch(new StateLayout(Fields, Grid.Points, Grid.Length), 1, state);
        foreach (var term in terms)
        {
            double[] column = new TermEvaluator(Grid, [term.Term]).Columns(batch)[0];
            for (int j = 0; j < column.Length; j++) expected[(term.Field * Grid.Points) + j] += term.Coefficient * column[j];
        }
        double scale = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i] / scale, actual[i] / scale, 1e-10);
    }
}
