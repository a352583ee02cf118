using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.SeveralFields;

/// <summary>A term that no polynomial library spans: 0.2 sin(u) u_x on the right-hand side of Kuramoto-Sivashinsky.</summary>
public sealed class UserTermTests
{
    private static readonly KuramotoSivashinsky Model = new(FourierGrid.Periodic(36, 96));

    private static readonly Lazy<ObservationSet> Data = new(() =>
    {
        var truth = Model with { Extra = [new AddedTerm(Term.Parse("0.2*sin(u)*u_x", Model.Fields), 1)] };
        return FieldPair.Observe(truth, samples: 15, spinUp: 60, _ => 0.02);
    });

    [Fact]
    public void It_is_found_when_the_user_names_it()
    {
        var result = Discover(TermLibrary.Polynomial("u").With(["sin(u)*u_x"]));
        Assert.Equal(Verdict.Found, result.Verdict);
        Assert.Equal(["u_x sin(u)"], result.Support);
        Assert.Equal(0.2, result.Terms[0].Coefficient, 1e-3);
    }

    [Fact]
    public void It_is_not_explained_by_polynomials()
    {
        var result = Discover(TermLibrary.Polynomial("u", maxPower: 2, maxDerivative: 4));
        Assert.Equal(Verdict.NotExplained, result.Verdict);
        Assert.InRange(result.Fields[0].Residual.Unexplained, 1e-4, 1);
    }

    private static MedidaResult Discover(TermLibrary library) =>
        Medida.Discover(Model.With(TimeScheme.Etdrk4), Data.Value, library, new MedidaOptions { Replicates = 0 });
}
