using Residuum.Discovery.Models;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.TwoLayer;

/// <summary>Noise of the readings: as given, or seen as power at the smallest scales that the model can not forecast.</summary>
/// <param name="Deviations">Standard deviation in each layer.</param>
/// <param name="Cutoff">Largest wave number at which the states stand clear of the noise; infinite without noise.</param>
internal sealed record TwoLayerNoise(IReadOnlyList<double> Deviations, double Cutoff)
{
    private const double Forecastable = 0.3; // noise can not be forecast: what is missed is twice its power
    private const double Clear = 4;

    /// <summary>No noise.</summary>
    public static TwoLayerNoise None { get; } = new([0, 0], double.PositiveInfinity);

    /// <summary>Whether there is noise in a layer.</summary>
    public bool IsVisible => Deviations.Any(deviation => deviation > 0);

    /// <summary>Noise of pairs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pairs">Interpolated states and forecasts.</param>
    /// <param name="given">Standard deviations where they are known.</param>
    public static TwoLayerNoise Of(TwoLayerModel model, IReadOnlyList<FlowPair> pairs, IReadOnlyList<double>? given)
    {
        var states = new RadialSpectrum(model.Grid, model.Transform, [.. pairs.Select(pair => pair.Start)]);
        var missed = new RadialSpectrum(model.Grid, model.Transform, [.. pairs.Select(Missed)]);
        double[] deviations = [.. Enumerable.Range(0, 2).Select(layer => given is not null ? given[layer] : Math.Sqrt(Seen(states.Tail(layer), missed.Tail(layer))))];
        if (deviations.All(deviation => deviation == 0)) return None;
        double cutoff = Enumerable.Range(0, 2).Where(layer => deviations[layer] > 0).Min(layer => states.LastAbove(layer, Clear * deviations[layer] * deviations[layer]));
        return new TwoLayerNoise(deviations, cutoff);
    }

    private static double Seen(double states, double missed) => missed > Forecastable * states ? Math.Min(states, missed / 2) : 0;

    private static double[] Missed(FlowPair pair) => [.. pair.End.Zip(pair.Predicted, (end, predicted) => end - predicted)];
}

/// <summary>Mean power of both layers' fields in rings of wave number, as variance per orthonormal mode: white noise of deviation σ has σ² in each.</summary>
internal sealed class RadialSpectrum
{
    private readonly double[][] _power;
    private readonly double _ring;

    /// <summary>Spectrum of states.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="transform">Its transform.</param>
    /// <param name="states">States, each <c>[2, Ny, Nx]</c>.</param>
    public RadialSpectrum(PlaneGrid grid, PlaneTransform transform, IReadOnlyList<double[]> states)
    {
        _ring = Math.Max(grid.WaveNumbersX[1], grid.WaveNumbersY[1]);
        double largest = Math.Min(grid.WaveNumbersX[^1], Math.Abs(grid.WaveNumbersY[grid.Ny / 2]));
        int rings = (int)(largest / _ring) + 1;
        _power = [new double[rings], new double[rings]];
        var spectrum = new double[2 * grid.Ny * grid.WaveNumbersX.Length];
        for (int layer = 0; layer < 2; layer++)
        {
            var counts = new double[rings];
            foreach (double[] state in states)
            {
                transform.Forward(state.AsSpan(layer * grid.Points, grid.Points), spectrum);
                Gather(grid, spectrum, _power[layer], counts);
            }
            for (int ring = 0; ring < rings; ring++) _power[layer][ring] /= Math.Max(counts[ring], 1) * grid.Points;
        }
    }

    /// <summary>Power by ring, of one layer.</summary>
    public IReadOnlyList<double> Power(int layer) => _power[layer];

    /// <summary>Wave number of a ring.</summary>
    public double WaveNumber(int ring) => ring * _ring;

    /// <summary>Median power of the last eighth of the rings.</summary>
    public double Tail(int layer)
    {
        double[] tail = [.. _power[layer].Skip(_power[layer].Length * 7 / 8).Order()];
        return tail[tail.Length / 2];
    }

    /// <summary>Wave number of the last ring from the largest scales on whose power is above a level.</summary>
    public double LastAbove(int layer, double level)
    {
        int ring = 1;
        while (ring < _power[layer].Length - 1 && _power[layer][ring + 1] > level) ring++;
        return WaveNumber(ring) + (_ring / 2);
    }

    private void Gather(PlaneGrid grid, double[] spectrum, double[] power, double[] counts)
    {
        int modes = grid.WaveNumbersX.Length;
        for (int j = 0; j < grid.Ny; j++)
        {
            for (int i = 0; i < modes; i++)
            {
                double k = grid.WaveNumbersX[i], l = grid.WaveNumbersY[j];
                int ring = (int)Math.Round(Math.Sqrt((k * k) + (l * l)) / _ring), at = 2 * ((j * modes) + i);
                if (ring >= power.Length) continue;
                double twice = i == 0 || i == modes - 1 ? 1 : 2; // the half axis stands for both signs
                power[ring] += twice * ((spectrum[at] * spectrum[at]) + (spectrum[at + 1] * spectrum[at + 1]));
                counts[ring] += twice;
            }
        }
    }
}
