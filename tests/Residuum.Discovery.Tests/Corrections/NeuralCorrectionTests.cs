using Residuum.Discovery.Corrections;
using Residuum.Discovery.Models;
using Residuum.Discovery.Tests.Interpolation;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Corrections;

[Collection(nameof(Alone))]
public sealed class NeuralCorrectionTests
{
    private const int Pairs = 3;
    private static readonly NeuralCorrectionOptions Options = new() { Kind = CorrectionKind.Stencil, Channels = 12, Cut = 4, Steps = 100, LearningRate = 0.02 };
    private static readonly double[] States = [.. Enumerable.Range(0, Pairs).SelectMany(pair => State(pair))];

    [Theory]
    [InlineData(CorrectionKind.Stencil)]
    [InlineData(CorrectionKind.Convolution)]
    public void A_missing_friction_is_learnt_and_found_in_a_state_that_was_not_trained_on(CorrectionKind kind)
    {
        using var correction = NeuralCorrection.Fit(SyntheticFlow.Grid, States, Friction(States), 2, Options with { Kind = kind }, seed: 0);
        double[] unseen = State(9), found = correction.Tendency(unseen), expected = Friction(unseen);
        int points = SyntheticFlow.Grid.Points;
        Assert.InRange(SyntheticFlow.Error(found.AsSpan(points), expected.AsSpan(points)), 0, 0.25);
        Assert.All(found[..points], value => Assert.Equal(0, value)); // a layer whose increments are nothing
        Assert.True(correction.Training.BestScore < 0.1, $"{correction.Training.BestScore}");
    }

    [Fact]
    public void The_correction_is_a_tendency_that_the_model_can_be_run_with()
    {
        using var correction = NeuralCorrection.Fit(SyntheticFlow.Grid, States, Friction(States), 2, Options with { Steps = 5 }, seed: 0);
        var model = new TwoLayerModel(SyntheticFlow.Grid, new TwoLayerParameters { Hyperdiffusion = 5e-5 });
        double[] psi = State(1), q = model.PotentialVorticity(psi), plain = model.Tendency(q), corrected = model.Tendency(q, correction.AddTo), h = correction.Tendency(psi);
        double largest = h.Max(Math.Abs);
        Assert.True(largest > 0);
        for (int i = 0; i < h.Length; i++) Assert.Equal(h[i], corrected[i] - plain[i], 2e-3 * largest); // single precision of ψ once inverted
    }

    [Fact]
    public void Known_fields_are_inputs_too()
    {
        var grid = SyntheticFlow.Grid;
        double[] known = SyntheticFlow.Smooth(grid, seed: 4, largest: 1.5), target = [.. Enumerable.Range(0, Pairs).SelectMany(_ => known.Concat(known))];
        using NeuralCorrection informed = NeuralCorrection.Fit(grid, States, target, 2, Options with { Reach = 0, Steps = 50 }, seed: 0, known), blind = NeuralCorrection.Fit(grid, States, target, 2, Options with { Reach = 0, Steps = 50 }, seed: 0);
        Assert.True(informed.Training.BestScore < 0.2 * blind.Training.BestScore, $"{informed.Training.BestScore} against {blind.Training.BestScore}");
    }

    [Fact]
    public void A_seed_gives_the_same_bits()
    {
        double[][] found = [.. new long[] { 1, 1, 2 }.Select(seed =>
        {
            using var correction = NeuralCorrection.Fit(SyntheticFlow.Grid, States, Friction(States), 2, Options with { Steps = 10 }, seed);
            return correction.Tendency(State(1));
        })];
        Assert.Equal(found[0], found[1]);
        Assert.NotEqual(found[0], found[2]);
    }

    [Fact]
    public void What_can_not_be_trained_on_is_refused()
    {
        Assert.Contains("the cut leaves no points", Assert.Throws<UserError>(() => Fit(Friction(States), Options with { Cut = 16 })).Message);
        double[] broken = Friction(States);
        broken[(3 * SyntheticFlow.Grid.Points) + 5] = double.NaN;
        Assert.Contains("the increment of pair 1, layer 2", Assert.Throws<NonFiniteException>(() => Fit(broken, Options)).Message);
        Assert.Throws<ArgumentException>(() => Fit(broken[1..], Options));

        static NeuralCorrection Fit(double[] increments, NeuralCorrectionOptions options) => NeuralCorrection.Fit(SyntheticFlow.Grid, States, increments, 2, options, seed: 0);
    }

    private static double[] State(int number) => SyntheticFlow.Pairs(SyntheticFlow.Grid, pairs: 1, seed: 20 + number)[..(2 * SyntheticFlow.Grid.Points)];

    /// <summary>0.3 ∇²ψ_2 in the lower layer.</summary>
    private static double[] Friction(double[] psi)
    {
        var grid = SyntheticFlow.Grid;
        double[] xx = grid.Derivative(psi, 2, 0), yy = grid.Derivative(psi, 0, 2);
        return [.. Enumerable.Range(0, psi.Length).Select(i => i / grid.Points % 2 == 0 ? 0 : 0.3 * (xx[i] + yy[i]))];
    }
}
