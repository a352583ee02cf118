using Residuum.Discovery.Interpolation;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.TwoLayer;

/// <summary>Mean power of both layers' fields in rings of wave number, as variance per orthonormal mode: white noise of deviation σ has σ² in each.</summary>
internal sealed class RadialSpectrum
{
    private readonly double[][] _power;
    private readonly double _ring;

    /// <summary>Spectrum of states.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="states">States, each <c>[2, Ny, Nx]</c>.</param>
    public RadialSpectrum(PlaneGrid grid, IReadOnlyList<double[]> states)
    {
        _ring = Math.Max(grid.WaveNumbersX[1], grid.WaveNumbersY[1]);
        double largest = Math.Min(grid.WaveNumbersX[^1], Math.Abs(grid.WaveNumbersY[grid.Ny / 2]));
        int rings = (int)(largest / _ring) + 1;
        _power = [new double[rings], new double[rings]];
        var counts = new double[rings];
        foreach (double[] state in states)
        {
            FlowSpectra.ForEachMode(grid, state, (layer, mx, my, twice, power) =>
            {
                double k = grid.WaveNumbersX[mx], l = grid.WaveNumbersY[Math.Abs(my)];
                int ring = (int)Math.Round(Math.Sqrt((k * k) + (l * l)) / _ring);
                if (ring >= rings) return;
                _power[layer][ring] += twice * power;
                if (layer == 0) counts[ring] += twice;
            });
        }
        foreach (double[] power in _power)
        {
            for (int ring = 0; ring < rings; ring++) power[ring] /= Math.Max(counts[ring], 1) * grid.Points;
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
}
