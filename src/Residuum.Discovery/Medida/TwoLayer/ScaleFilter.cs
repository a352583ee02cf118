using Residuum.Discovery.Models;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.TwoLayer;

/// <summary>Spectral multipliers of fields: of the increments and of the terms that are compared with them.</summary>
internal sealed class ScaleFilter
{
    private readonly PlaneGrid _grid;
    private readonly PlaneTransform _transform;
    private readonly double[]? _increments, _terms;

    /// <summary>Filters for a discovery.</summary>
    /// <param name="model">The model.</param>
    /// <param name="weight">Weight of the scales.</param>
    /// <param name="cutoff">Largest wave number kept.</param>
    /// <param name="filterTerms">Whether terms pass the implicit hyperdiffusion.</param>
    public ScaleFilter(TwoLayerModel model, ScaleWeight weight, double cutoff, bool filterTerms)
    {
        (_grid, _transform) = (model.Grid, model.Transform);
        bool plain = weight == ScaleWeight.Vorticity && double.IsPositiveInfinity(cutoff);
        if (!plain) _increments = Symbol((k, l) => Keeps(k, l, cutoff) * (weight == ScaleWeight.StreamFunction ? 1 / (1 + (((k * k) + (l * l)) / 2)) : 1));
        if (filterTerms) _terms = Symbol((k, l) => 1 / (1 + (model.Parameters.TimeStep * model.Parameters.Hyperdiffusion * (Math.Pow(k, 8) + Math.Pow(l, 8)))));
        if (filterTerms && _increments is not null) System.Numerics.Tensors.TensorPrimitives.Multiply<double>(_terms, _increments, _terms);
        if (!filterTerms) _terms = _increments;
    }

    /// <summary>An increment, <c>[Ny, Nx]</c>, with the weights of the regression; itself where there are none.</summary>
    public double[] Increment(double[] field) => Apply(field, _increments);

    /// <summary>A term, <c>[Ny, Nx]</c>, as it shows in the increments.</summary>
    public double[] Term(double[] field) => Apply(field, _terms);

    private double[] Apply(double[] field, double[]? symbol)
    {
        if (symbol is null) return field;
        var spectrum = new double[2 * symbol.Length];
        var filtered = new double[field.Length];
        _transform.Forward(field, spectrum);
        for (int i = 0; i < symbol.Length; i++)
        {
            spectrum[2 * i] *= symbol[i];
            spectrum[(2 * i) + 1] *= symbol[i];
        }
        _transform.Inverse(spectrum, filtered);
        return filtered;
    }

    private static double Keeps(double k, double l, double cutoff) => (k * k) + (l * l) <= cutoff * cutoff ? 1 : 0;

    private double[] Symbol(Func<double, double, double> of) =>
        [.. _grid.WaveNumbersY.SelectMany(l => _grid.WaveNumbersX.Select(k => of(k, l)))];
}
