using Residuum.Discovery;
using Residuum.Experiments.Studies;
using Residuum.Studies.Discovery;
using Verdict = Residuum.Experiments.Studies.Verdict;

namespace Residuum.Studies.Tests.Discovery;

/// <summary>The study holds at its smoke size, and each way of breaking the method turns the claims red that should see it.</summary>
public sealed class MedidaKsStudyTests
{
    private const string Exact = "exactly what is missing is found";

    [Fact]
    public void Every_claim_holds_at_smoke_size()
    {
        var result = Run(discover: null);
        Assert.Empty(Red(result));
        Assert.True(result.Claims.Count >= 30);
    }

    [Fact]
    public void Without_pruning_the_support_is_wrong_and_the_controls_stay_as_they_are()
    {
        var red = Red(Run((model, data, library, options, cancel) =>
            Medida.Discover(model, data, library, Short(options) with { Regressor = "least-squares", Selection = "threshold" }, null, cancel)));
        Assert.Contains(red, claim => claim.Text.EndsWith(Exact, StringComparison.Ordinal));
        Assert.Contains(red, claim => claim.Text.EndsWith("thresholded least squares agrees", StringComparison.Ordinal));
        Assert.Contains(red, claim => claim.Text.Contains("part of the cases with exact support", StringComparison.Ordinal));
        Assert.DoesNotContain(red, claim => claim.Text.StartsWith("least squares keeps", StringComparison.Ordinal));
    }

    [Fact]
    public void A_single_pass_keeps_the_bias_but_finds_the_terms()
    {
        var red = Red(Run((model, data, library, options, cancel) => Medida.Discover(model, data, library, options with { Passes = 1 }, null, cancel)));
        Assert.Contains(red, claim => claim.Text.EndsWith("four passes remove it", StringComparison.Ordinal));
        Assert.Contains(red, claim => claim.Text.EndsWith("iteration gains at least 500 times", StringComparison.Ordinal));
        Assert.DoesNotContain(red, claim => claim.Text.EndsWith("one pass keeps the bias of the step", StringComparison.Ordinal));
        Assert.DoesNotContain(red, claim => claim.Text.StartsWith("no-advection: exactly", StringComparison.Ordinal));
    }

    [Fact]
    public void A_library_that_knows_the_step_has_no_bias_to_keep()
    {
        var red = Red(Run((model, data, library, options, cancel) =>
            Medida.Discover(model, data, library, options.LibraryTime == LibraryTime.Trapezoid ? options with { LibraryTime = LibraryTime.SolverConsistent } : Short(options), null, cancel)));
        Assert.Contains(red, claim => claim.Text.EndsWith("one pass keeps the bias of the step", StringComparison.Ordinal));
        Assert.DoesNotContain(red, claim => claim.Text.EndsWith("four passes remove it", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_band_limit_noise_wins()
    {
        var red = Red(Run((model, data, library, options, cancel) =>
            Medida.Discover(model, data, library, Short(options) with { BandLimit = BandLimitMode.Off, LibraryTime = LibraryTime.End }, null, cancel)));
        Assert.Contains(red, claim => claim.Text.StartsWith("1 % noise: part of the cases", StringComparison.Ordinal)
            || claim.Text.StartsWith("1 % noise: largest error", StringComparison.Ordinal));
    }

    [Fact]
    public void Increments_of_the_wrong_sign_are_seen_by_every_error()
    {
        var red = Red(Run((model, data, library, options, cancel) =>
        {
            var result = Medida.Discover(model, data, library, options, null, cancel);
            return result with
            {
                Passes = [.. result.Passes.Select(pass => pass with { Coefficients = [.. pass.Coefficients.Select(c => c.Select(value => -value).ToArray())] })],
                Fields = [.. result.Fields.Select(field => field with { Terms = [.. field.Terms.Select(term => term with { Coefficient = -term.Coefficient })] })],
            };
        }));
        Assert.Contains(red, claim => claim.Text.EndsWith("one pass keeps the bias of the step", StringComparison.Ordinal));
        Assert.Contains(red, claim => claim.Text.EndsWith("four passes remove it", StringComparison.Ordinal));
        Assert.Contains(red, claim => claim.Text.EndsWith("largest error among them", StringComparison.Ordinal));
        Assert.DoesNotContain(red, claim => claim.Text.EndsWith(Exact, StringComparison.Ordinal));
    }

    [Fact]
    public void A_judge_without_the_noise_turns_the_verdicts_red()
    {
        var red = Red(Run((model, data, library, options, cancel) =>
        {
            var result = Medida.Discover(model, data, library, options, null, cancel);
            return result with { Fields = [.. result.Fields.Select(field => field with { Verdict = Residuum.Discovery.Verdict.Found })] };
        }));
        Assert.Contains(red, claim => claim.Text.StartsWith("a perfect model and noise", StringComparison.Ordinal));
        Assert.Contains(red, claim => claim.Text.StartsWith("a library without the missing term", StringComparison.Ordinal));
        Assert.DoesNotContain(red, claim => claim.Text.EndsWith(Exact, StringComparison.Ordinal));
    }

    // A broken method does not come to rest: few passes show it as well as many.
    private static MedidaOptions Short(MedidaOptions options) => options with { Passes = Math.Min(4, options.Passes) };

    private static StudyResult Run(MedidaKsStudy.Method? discover) => StudyRunner.Run(new MedidaKsStudy(discover), Profile.Smoke);

    private static List<Claim> Red(StudyResult result) => [.. result.Claims.Where(claim => claim.Verdict == Verdict.Fails)];
}
