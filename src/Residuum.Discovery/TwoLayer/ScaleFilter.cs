using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.TwoLayer;

/// <summary>Spectral multipliers of fields: of the increments and of the terms that are compared with them.</summary>
internal sealed class ScaleFilter
{
    private readonly PlaneGrid _grid;
    private readonly double[]? _weights; // of the increments, a number a mode
    private readonly PlaneFilter? _increments;
    private readonly Func<double, PlaneFilter?> _termsOver;

    /// <summary>Filters for a discovery.</summary>
    /// <param name="model">The model.</param>
    /// <param name="weight">Weight of the scales.</param>
    /// <param name="cutoff">Largest wave number kept.</param>
    /// <param name="damping">Time stepping whose hyperdiffusion terms pass; null where they pass none.</param>
    public ScaleFilter(TwoLayerModel model, ScaleWeight weight, double cutoff, ForecastScheme? damping)
    {
        _grid = model.Grid;
        bool plain = weight == ScaleWeight.Vorticity && double.IsPositiveInfinity(cutoff);
        _weights = plain ? null : _grid.Symbol((k, l) => Keeps(k, l, cutoff) * (weight == ScaleWeight.StreamFunction ? 1 / (1 + (((k * k) + (l * l)) / 2)) : 1));
        _increments = _weights is null ? null : new PlaneFilter(_grid, _weights);
        var known = new ConcurrentDictionary<double, PlaneFilter>();
        _termsOver = interval => damping is not { } scheme ? _increments : known.GetOrAdd(interval, _ => Damped(model.Parameters, scheme, interval));
    }

    /// <summary>An increment, <c>[Ny, Nx]</c>, with the weights of the regression; itself where there are none.</summary>
    public double[] Increment(double[] field) => Apply(field, _increments);

    /// <summary>A term, <c>[Ny, Nx]</c>, as it shows in the increments of an interval.</summary>
    public double[] Term(double[] field, double interval) => Apply(field, _termsOver(interval));

    private PlaneFilter Damped(TwoLayerParameters parameters, ForecastScheme scheme, double interval)
    {
        double[] symbol = _grid.Symbol((k, l) => Share(parameters, scheme, interval, parameters.Hyperdiffusion * (Math.Pow(k, 8) + Math.Pow(l, 8))));
        if (_weights is not null) TensorPrimitives.Multiply<double>(symbol, _weights, symbol);
        return new PlaneFilter(_grid, symbol);
    }

    /// <summary>What the hyperdiffusion leaves, at the end of an interval, of a steady tendency over it.</summary>
    private static double Share(TwoLayerParameters parameters, ForecastScheme scheme, double interval, double rate)
    {
        double x = rate * interval;
        if (scheme == ForecastScheme.Rk4) return x < 1e-5 ? 1 - (x / 2) : (1 - Math.Exp(-x)) / x; // both good to 1e-11 there
        int steps = TwoLayerForecast.Steps(parameters, interval);
        double factor = 1 / (1 + (interval / steps * rate)), power = 1, sum = 0;
        for (int step = 0; step < steps; step++) sum += power *= factor;
        return sum / steps;
    }

    private static double[] Apply(double[] field, PlaneFilter? filter)
    {
        if (filter is null) return field;
        var filtered = new double[field.Length];
        filter.Apply(field, filtered);
        return filtered;
    }

    private static double Keeps(double k, double l, double cutoff) => (k * k) + (l * l) <= cutoff * cutoff ? 1 : 0;
}
