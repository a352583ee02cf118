using Residuum.Discovery.Sensors;
using Residuum.Neural.Layers;
using Residuum.Neural.Training;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;
using static TorchSharp.torch;

namespace Residuum.Discovery.Interpolation;

/// <summary>Loss of a network on one snapshot: MSE(out, obs)/MSE(0, obs), and by option the same of ψ_1 - ψ_2, of ∇²ψ, and an L1 loss of the spectrum.</summary>
internal sealed class FieldLoss : IDisposable
{
    private readonly NetworkOptions _options;
    private readonly PlaneGrid _grid;
    private readonly Tensor _observed, _difference;
    private readonly Tensor? _laplacian, _high;

    /// <param name="sensors">Where.</param>
    /// <param name="readings">What was read, standardised, <c>[sensors, layers]</c> row-major.</param>
    /// <param name="layers">Layers of the flow.</param>
    /// <param name="scale">Standard deviation of each layer's readings.</param>
    /// <param name="options">Weights of the losses.</param>
    public FieldLoss(SensorNetwork sensors, double[] readings, int layers, double[] scale, NetworkOptions options)
    {
        (_options, _grid) = (options, sensors.Grid);
        if (options.GammaDiff > 0 && layers < 2) throw new UserError("a flow of one layer has no difference of layers", "gamma-diff", $"{options.GammaDiff}", "0");
        if (options.GammaLaplacian > 0 || options.GammaSpectral > 0) ExpectWholeGrid(sensors, options);
        _observed = Initial.Of(readings, ScalarType.Float32, sensors.Count, layers);
        double[] difference = layers < 2 ? [0, 0] : [scale[0], -scale[1]]; // ψ_1 - ψ_2 but for its mean, which the difference of two cancels
        _difference = Initial.Of(difference, ScalarType.Float32, 2, 1);
        if (options.GammaLaplacian > 0) _laplacian = Symbol(Laplacian);
        if (options.GammaSpectral > 0) _high = Symbol(modes => Math.Max(Math.Abs(modes.Mx), Math.Abs(modes.My)) >= options.SpectralCut ? 1 : 0);
    }

    /// <summary>Loss of what a network gave at a batch of the sensors.</summary>
    public Tensor Of(Tensor output, Batch batch)
    {
        var observed = batch.Of(_observed);
        var error = output - observed;
        var loss = error.square().mean() / MeanSquare(_observed);
        if (_options.GammaDiff > 0)
            loss += _options.GammaDiff * error.narrow(1, 0, 2).matmul(_difference).square().mean() / MeanSquare(_observed.narrow(1, 0, 2).matmul(_difference));
        if (_laplacian is not null)
            loss += _options.GammaLaplacian * Filtered(error, _laplacian).abs().square().mean() / MeanSquare(Filtered(observed, _laplacian).abs());
        if (_high is not null)
            loss += _options.GammaSpectral * Filtered(error, _high).abs().sum() / Filtered(observed, _high).abs().sum().clamp_min(float.Epsilon);
        return loss;
    }

    public void Dispose()
    {
        _observed.Dispose();
        _difference.Dispose();
        _laplacian?.Dispose();
        _high?.Dispose();
    }

    private static Tensor MeanSquare(Tensor values) => values.square().mean().clamp_min(1e-30);

    /// <summary>Spectrum of fields on the whole grid, by layer, each mode times a symbol.</summary>
    private Tensor Filtered(Tensor fields, Tensor symbol) => fft.rfft2(fields.T.reshape(-1, _grid.Ny, _grid.Nx)) * symbol;

    private double Laplacian((int Mx, int My) modes)
    {
        double k = 2 * Math.PI * modes.Mx / _grid.LengthX, l = 2 * Math.PI * modes.My / _grid.LengthY;
        return -((k * k) + (l * l));
    }

    private Tensor Symbol(Func<(int Mx, int My), double> of)
    {
        double[] values = [.. from l in Enumerable.Range(0, _grid.Ny) from k in Enumerable.Range(0, (_grid.Nx / 2) + 1) select of((k, l <= _grid.Ny / 2 ? l : l - _grid.Ny))];
        return Initial.Of(values, ScalarType.Float32, _grid.Ny, (_grid.Nx / 2) + 1);
    }

    private static void ExpectWholeGrid(SensorNetwork sensors, NetworkOptions options)
    {
        if (sensors.GridIndices is null || sensors.Count != sensors.Grid.Points)
            throw new UserError("the losses of the Laplacian and of the spectrum need a sensor at every grid point", "gamma-laplacian, gamma-spectral", $"{sensors.Count} sensors", $"{sensors.Grid.Points}");
        if (options.BatchSize != 0 && options.BatchSize < sensors.Count)
            throw new UserError("the losses of the Laplacian and of the spectrum need whole batches", "batch-size", $"{options.BatchSize}", "0");
    }
}
