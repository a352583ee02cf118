using Residuum.Discovery.Models;
using Residuum.Discovery.Reports;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Reports;

public sealed class VerdictSentenceTests
{
    private static readonly PeriodicSolver Model = new KuramotoSivashinsky(FourierGrid.Periodic(22, 32)).With(TimeScheme.Etdrk4);

    [Fact]
    public void A_finding_says_what_how_sure_and_what_was_not_tested()
    {
        string said = VerdictSentence.Of(FieldResults.Result(Model, FieldResults.Of(Verdict.Found, 0.01, ("u u_x", -1, 0.01), ("u_xx", 0.5, 0.1))));
        Assert.StartsWith("Found 2 missing terms, u u_x, u_xx: with them the model's one-step error is 2 times smaller", said, StringComparison.Ordinal);
        Assert.Contains("The least certain coefficient, of u_xx, is 5 standard errors from zero; 98 % or more of the bootstrap replicates", said, StringComparison.Ordinal);
        Assert.Contains("Not tested: terms outside the library of 24 candidates; waves beyond wave number 2.5, which the noise hides", said, StringComparison.Ordinal);
        Assert.Contains("time steps other than 0.1", said, StringComparison.Ordinal);
        Assert.EndsWith("Terms entered inside the solver's own steps.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verdict.NotExplained, "Not explained: 12 % of the model's one-step error remains")]
    [InlineData(Verdict.NotAtRest, "No equation yet: the terms still changed")]
    [InlineData(Verdict.Diverged, "No equation: forecasts or coefficients overflowed")]
    public void What_is_no_finding_names_no_coefficient(Verdict verdict, string beginning)
    {
        var field = FieldResults.Of(verdict, 0.01, ("u u_x", -0.4321, 0.01));
        string said = VerdictSentence.Of(field);
        Assert.StartsWith(beginning, said, StringComparison.Ordinal);
        Assert.DoesNotContain("0.43", said, StringComparison.Ordinal);
        var record = DiscoveryRecord.Of(FieldResults.Result(Model, field), Model);
        Assert.Empty(record.Fields[0].Terms);
        Assert.Equal(["u u_x"], record.Fields[0].Tried);
        Assert.False(record.IsValidated);
    }

    [Theory]
    [InlineData(0.01, "what the noise of the observations alone leaves")]
    [InlineData(0, "the size of the time step's own error")]
    public void Nothing_missing_says_what_remains(double noise, string reason)
    {
        string said = VerdictSentence.Of(FieldResults.Of(Verdict.NothingMissing, noise));
        Assert.StartsWith("Nothing missing: ", said, StringComparison.Ordinal);
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_fields_are_told_one_by_one()
    {
        string said = VerdictSentence.Of(FieldResults.Result(Model, FieldResults.Of(Verdict.NothingMissing) with { Field = "h" }, FieldResults.Of(Verdict.Found, 0.01, ("u", 1, 0.1))));
        Assert.StartsWith("In the equation of h: Nothing missing", said, StringComparison.Ordinal);
        Assert.Contains("In the equation of u: Found one missing term, u:", said, StringComparison.Ordinal);
    }
}
