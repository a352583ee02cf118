using System.Text.Json;
using CsCheck;
using Residuum.Experiments.Runs;
using Residuum.Experiments.Studies;

namespace Residuum.Experiments.Tests.Studies;

public sealed class ClaimTests
{
    [Theory]
    [InlineData("finds u u_x and nothing else", "finds-u-u-x-and-nothing-else")]
    [InlineData("ε* is below 0.002 %", "ε-is-below-0-002")]
    [InlineData("  x² ", "x2")]
    public void An_id_is_the_letters_and_digits_of_the_text(string text, string id) => Assert.Equal(id, Claim.IdOf(text));

    [Fact]
    public void A_text_without_a_letter_is_no_claim() => Assert.Throws<ArgumentException>(() => Claim.IdOf("--- !"));

    [Fact]
    public void Bounds_are_closed_and_hold_no_nan()
    {
        Assert.True(Is.AtMost(2).Accepts(2) && !Is.AtMost(2).Accepts(2.1) && !Is.AtMost(2).Accepts(double.NaN) && !Is.AtMost(2).Accepts(double.NegativeInfinity));
        Assert.True(Is.AtLeast(2).Accepts(2) && !Is.AtLeast(2).Accepts(1.9) && !Is.AtLeast(2).Accepts(double.PositiveInfinity));
        Assert.True(Is.Between(1, 2).Accepts(1) && Is.Between(1, 2).Accepts(2) && !Is.Between(1, 2).Accepts(2.5));
        Assert.True(Is.EqualTo(3).Accepts(3) && !Is.EqualTo(3).Accepts(4));
        Assert.True(Is.Near(-10, 0.1).Accepts(-11) && !Is.Near(-10, 0.1).Accepts(-11.5));
        Assert.Throws<ArgumentException>(() => Is.Between(2, 1));
        Assert.Throws<ArgumentException>(() => Is.AtMost(double.NaN));
    }

    [Fact]
    public void Sets_do_not_depend_on_order_or_repetition()
    {
        Assert.True(Is.SetOf("u_xx", "u u_x").Accepts(["u u_x", "u_xx", "u_xx"]));
        Assert.False(Is.SetOf("u_xx").Accepts(["u u_x", "u_xx"]));
        Assert.True(Is.SetOf().Accepts([]));
        Assert.True(Is.SupersetOf("u_xx").Accepts(["u u_x", "u_xx"]));
        Assert.True(Is.NotSetOf("u_xx").Accepts(["u u_x", "u_xx"]) && !Is.NotSetOf("u_xx").Accepts(["u_xx"]));
        Assert.Equal(Is.SetOf("a", "b"), Is.SetOf("b", "a"));
        Assert.Equal("{u u_x, u_xx}", Measurement.Set(["u_xx", "u u_x"]).ToString());
    }

    [Fact]
    public void Bounds_and_measurements_come_back_from_json()
    {
        Bound[] bounds = [Is.AtMost(1e-4), Is.AtLeast(-2), Is.Between(0, 1), Is.EqualTo(24), Is.SetOf("a", "b"), Is.SetOf(), Is.SupersetOf("a"), Is.NotSetOf("a"), Is.EqualTo("yes"), Is.True];
        foreach (var bound in bounds)
            Assert.Equal(bound, JsonSerializer.Deserialize<Bound>(JsonSerializer.Serialize(bound, RunJson.Line), RunJson.Line));
        Gen.Double.Sample(x => Assert.Equal(x, JsonSerializer.Deserialize<Measurement>(JsonSerializer.Serialize(new Measurement(x), RunJson.Line), RunJson.Line).Number));
    }

    [Fact]
    public void The_interval_of_a_mean_is_students()
    {
        // Values 1..5: mean 3, s = sqrt(2.5), t(0.975; 4) = 2.776445105.
        var interval = ConfidenceInterval.OfMean([1, 2, 3, 4, 5])!.Value;
        double half = 2.776445105 * Math.Sqrt(2.5 / 5);
        Assert.Equal(3 - half, interval.Low, 8);
        Assert.Equal(3 + half, interval.High, 8);
        Assert.Equal(new ConfidenceInterval(2, 2), ConfidenceInterval.OfMean([2, 2, 2]));
        Assert.Null(ConfidenceInterval.OfMean([1]));
        Assert.Null(ConfidenceInterval.OfMean([1, double.NaN]));
    }

    [Theory]
    [InlineData(new[] { 1.25, 1.27, 1.29 }, Verdict.Reproduced)]
    [InlineData(new[] { 3.0, 3.1, 3.2 }, Verdict.NotReproduced)]
    [InlineData(new[] { 0.5, 1.3, 2.1 }, Verdict.Inconclusive)]
    [InlineData(new[] { 1.27 }, Verdict.Inconclusive)]
    [InlineData(new[] { 1.27, double.NaN }, Verdict.NotReproduced)]
    public void A_report_is_decided_by_the_interval_of_its_mean(double[] measured, Verdict verdict)
    {
        var claim = Counted(measured, (run, value) => run.Report("PDE-FIND, clean data", paper: 1.27, measured: value, unit: "%"));
        Assert.Equal(verdict, claim.Verdict);
        Assert.False(claim.FailsRun);
    }

    [Fact]
    public void A_figure_that_the_paper_does_not_give_is_inconclusive()
    {
        var claim = Counted([1, 1], (run, value) => run.Report("a figure", paper: null, measured: value));
        Assert.Equal((Verdict.Inconclusive, "none"), (claim.Verdict, claim.Bound.Op));
    }

    [Fact]
    public void A_gate_holds_only_if_every_seed_holds()
    {
        Assert.Equal(Verdict.Holds, Counted([1, 2, 3], (run, value) => run.Gate("small", value, Is.AtMost(3))).Verdict);
        Assert.Equal(Verdict.Fails, Counted([1, 2, 3.01], (run, value) => run.Gate("small", value, Is.AtMost(3))).Verdict);
        Assert.True(Counted([1, 9], (run, value) => run.Control("stays bad", value, Is.AtLeast(5))).FailsRun);
        Assert.Equal(Verdict.Fails, Counted([1, 0], (run, value) => run.Gate("is so", value > 0, Is.True)).Verdict);
    }

    [Fact]
    public void A_claim_stated_twice_or_differently_is_an_error()
    {
        var twice = Assert.Throws<StudyException>(() => Counted([1], (run, value) =>
        {
            run.Gate("small error", value, Is.AtMost(3));
            run.Gate("small, error", value, Is.AtMost(4));
        }));
        Assert.Contains("stated twice", twice.Message, StringComparison.Ordinal);
        var moving = Assert.Throws<StudyException>(() => Counted([1, 2], (run, value) => run.Gate("small error", value, Is.AtMost(value))));
        Assert.Contains("must not depend on the seed", moving.Message, StringComparison.Ordinal);
    }

    private static Claim Counted(double[] measured, Action<StudyContext, double> state) =>
        Assert.Single(StudyRunner.Run(new ListStudy(measured, state), Profile.Quick, [.. Enumerable.Range(0, measured.Length)]).Claims);

    private sealed class ListStudy(double[] measured, Action<StudyContext, double> state) : Study<string>
    {
        public override string Title => "A list";

        public override Citation Citation => new(["A. Author"], "Title", "Journal 1", 2000);

        public override string Smoke => "";

        public override string Quick => "";

        public override string Full => "";

        protected override void Run(string settings, StudyContext run) => state(run, measured[run.Seed]);
    }
}
