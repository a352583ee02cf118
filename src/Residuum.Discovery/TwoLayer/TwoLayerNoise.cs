using Residuum.Discovery.Models;

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
        var states = new RadialSpectrum(model.Grid, [.. pairs.Select(pair => pair.Start)]);
        var missed = new RadialSpectrum(model.Grid, [.. pairs.Select(pair => pair.Missed())]);
        double[] deviations = [.. Enumerable.Range(0, 2).Select(layer => given is not null ? given[layer] : Math.Sqrt(Seen(states.Tail(layer), missed.Tail(layer))))];
        if (deviations.All(deviation => deviation == 0)) return None;
        double cutoff = Enumerable.Range(0, 2).Where(layer => deviations[layer] > 0).Min(layer => states.LastAbove(layer, Clear * deviations[layer] * deviations[layer]));
        return new TwoLayerNoise(deviations, cutoff);
    }

    private static double Seen(double states, double missed) => missed > Forecastable * states ? Math.Min(states, missed / 2) : 0;
}
