using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Sensors;
using Residuum.Neural.Training;
using Residuum.Numerics.Errors;
using TorchSharp;
using static TorchSharp.torch;

namespace Residuum.Discovery.Tests.Interpolation.Networks;

[Collection(nameof(Alone))]
public sealed class FieldLossTests
{
    private static readonly SensorNetwork Whole = SensorNetwork.OnGrid(SyntheticFlow.Grid, [.. Enumerable.Range(0, SyntheticFlow.Grid.Points)]);
    private static readonly NetworkOptions Every = new() { GammaDiff = 2, GammaLaplacian = 3, GammaSpectral = 5, SpectralCut = 4, BatchSize = 0 };

    [Fact]
    public void Nothing_costs_the_sum_of_the_weights_and_the_truth_costs_nothing()
    {
        using var scope = NewDisposeScope();
        double[] readings = Interleaved();
        using var loss = new FieldLoss(Whole, readings, 2, [1, 2], Every);
        Assert.Equal(1 + 2 + 3 + 5, loss.Of(zeros(Whole.Count, 2), new Batch(0, null)).ToDouble(), 1e-4);
        Assert.Equal(0, loss.Of(tensor(readings, [Whole.Count, 2], ScalarType.Float32), new Batch(0, null)).ToDouble(), 1e-10);
    }

    [Fact]
    public void The_extra_losses_see_what_they_are_for()
    {
        using var scope = NewDisposeScope();
        double[] readings = Interleaved();
        var observed = tensor(readings, [Whole.Count, 2], ScalarType.Float32);
        // The same error in both layers' physical units is no error of their difference; a constant has no Laplacian and no high wave.
        using var loss = new FieldLoss(Whole, readings, 2, [1, 2], Every with { GammaLaplacian = 0, GammaSpectral = 0 });
        using var plain = new FieldLoss(Whole, readings, 2, [1, 2], new NetworkOptions { BatchSize = 0 });
        var together = observed + tensor(new[] { 0.2f, 0.1f });
        Assert.Equal(plain.Of(together, new Batch(0, null)).ToDouble(), loss.Of(together, new Batch(0, null)).ToDouble(), 1e-6);
        Assert.True(loss.Of(observed + 0.2, new Batch(0, null)).ToDouble() > 1.01 * plain.Of(observed + 0.2, new Batch(0, null)).ToDouble());
        using var small = new FieldLoss(Whole, readings, 2, [1, 2], Every with { GammaDiff = 0 });
        Assert.Equal(plain.Of(observed + 0.2, new Batch(0, null)).ToDouble(), small.Of(observed + 0.2, new Batch(0, null)).ToDouble(), 1e-6);
    }

    [Fact]
    public void Losses_of_whole_fields_are_refused_without_whole_fields()
    {
        var part = SyntheticFlow.Mask(SyntheticFlow.Grid, 0.5, seed: 1);
        Assert.Contains("a sensor at every grid point", Assert.Throws<UserError>(() => new FieldLoss(part, new double[2 * part.Count], 2, [1, 1], Every)).Message);
        Assert.Contains("whole batches", Assert.Throws<UserError>(() => new FieldLoss(Whole, new double[2 * Whole.Count], 2, [1, 1], Every with { BatchSize = 8 })).Message);
        Assert.Contains("no difference of layers", Assert.Throws<UserError>(() => new FieldLoss(Whole, new double[Whole.Count], 1, [1], Every)).Message);
    }

    private static double[] Interleaved()
    {
        double[] first = SyntheticFlow.Smooth(SyntheticFlow.Grid, seed: 1, largest: 3), second = SyntheticFlow.Smooth(SyntheticFlow.Grid, seed: 2, largest: 3);
        return [.. Enumerable.Range(0, 2 * first.Length).Select(i => i % 2 == 0 ? first[i / 2] : second[i / 2])];
    }
}
