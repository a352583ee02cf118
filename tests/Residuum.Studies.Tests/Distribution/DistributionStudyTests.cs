using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;
using Residuum.Distribution.Methods;
using Residuum.Experiments.Studies;
using Residuum.Studies.Distribution;

namespace Residuum.Studies.Tests.Distribution;

/// <summary>The studies hold at their smoke size, and each way of breaking a method turns the claims red that should see it.</summary>
public sealed class DistributionStudyTests
{
    [Fact]
    public void Every_claim_of_econtrol_holds_at_smoke_size()
    {
        var result = Run(new EControlStudy());
        Assert.Empty(Red(result));
        Assert.True(result.Claims.Count >= 7);
    }

    [Fact]
    public void Without_feedback_noise_is_amplified()
    {
        var red = Red(Run(new EControlStudy(_ => new Ef21())));
        Assert.Contains("unlike data and noise: EControl's f - f* over EF21's", red);
        Assert.Contains("unlike data and noise: EControl's f - f* over uncompressed descent's", red);
        Assert.DoesNotContain("without noise: EControl's f - f* as a part of its first", red);
    }

    [Fact]
    public void An_error_that_takes_the_new_shift_is_seen()
    {
        var red = Red(Run(new EControlStudy(eta => new NewShift(eta))));
        Assert.Equal(["x less γ times the mean error follows uncompressed descent along the same gradients: largest relative distance"], red);
    }

    [Fact]
    public void Every_claim_of_ef21_weighted_holds_at_smoke_size()
    {
        var result = Run(new Ef21WeightedStudy());
        Assert.Empty(Red(result));
        Assert.True(result.Claims.Count >= 9);
    }

    [Fact]
    public void Workers_that_forget_their_scale_are_seen_at_the_start()
    {
        var red = Red(Run(new Ef21WeightedStudy(() => new Unscaled())));
        Assert.Contains("Σ w_i h_i = ∇f at the start, relative distance", red);
        Assert.Contains("Top-1: largest distance between the weighted and the plain run, as a part of x", red);
        Assert.DoesNotContain("τ = 1.5: rounds with the old step over rounds with the new one", red);
    }

    private static StudyResult Run(Study study) => StudyRunner.Run(study, Profile.Smoke);

    private static string[] Red(StudyResult result) => [.. result.Claims.Where(claim => claim.Verdict == Verdict.Fails).Select(claim => claim.Text)];

    /// <summary>EControl with the order of its third and fourth step exchanged.</summary>
    private sealed class NewShift(double eta) : ShiftTracking
    {
        public override string Name => "econtrol";

        public override IReadOnlyList<string> WorkerBuffers => ["shift", "error"];

        public override void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend)
        {
            TensorPrimitives.Subtract(gradient, state[0], toSend);
            TensorPrimitives.MultiplyAdd(state[1], eta, toSend, toSend);
        }

        public override void AfterSending(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<Message> sent)
        {
            sent[0].AddTo(1, state[0]);
            TensorPrimitives.Add(state[1], gradient, state[1]);
            TensorPrimitives.Subtract(state[1], state[0], state[1]);
            sent[0].AddTo(-1, state[1]);
        }
    }

    /// <summary>EF21-W whose workers send their gradients as they are.</summary>
    private sealed class Unscaled : ShiftTracking
    {
        public override string Name => "ef21";

        public override void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend)
        {
            TensorPrimitives.Divide(gradient, state.Scale, toSend);
            TensorPrimitives.Subtract(toSend, state[0], toSend);
        }

        public override void AfterSending(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<Message> sent) => sent[0].AddTo(1, state[0]);

        public override void AfterWholeGradient(WorkerState state, ReadOnlySpan<double> gradient) => TensorPrimitives.Divide(gradient, state.Scale, state[0]);
    }
}
