using System.Numerics.Tensors;
using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery;

/// <summary>Spectrum and noise of a field's observations.</summary>
/// <param name="Variance">Variance of the noise: as given, else the floor that was seen.</param>
/// <param name="Power">Mean periodogram P(κ) of the observed states, <c>[modes]</c>, as variance per orthonormal row.</param>
internal sealed record NoiseFloor(double Variance, double[] Power)
{
    private const double Visible = 1e-9; // of the mean power; the tail of a resolved field falls below by many orders
    private const double Forecastable = 0.3;

    /// <summary>Whether the noise matters beside the waves; the mean, which may be far larger, says nothing.</summary>
    public bool IsVisible => Variance > Visible * Power.Skip(1).Average();

    /// <summary>The floor of each field.</summary>
    /// <remarks>Median over the top quarter of the band (medida-ks, Improvements 4) where the forecast misses as much there as the states hold:
    /// noise can not be forecast, while on a coarse grid the tail of the states is physics, most of which the model forecasts.</remarks>
    public static IReadOnlyList<NoiseFloor> Of(ISolver model, ObservationSet observations, MedidaOptions options, CancellationToken cancel)
    {
        var grid = Grids.Of(model);
        int[] all = [.. Enumerable.Repeat(grid.Points / 2, model.Layout.Fields.Count)];
        var plain = new IncrementTaker(model, grid, observations, all, new AssimilationOptions(), options.Seed).Take([], cancel);
        var misses = new StateBatch(plain.Values.Layout, plain.Values.Members);
        for (int sample = 0; sample < misses.Members; sample++)
            TensorPrimitives.Multiply(plain.Values.State(sample), observations.TimeSteps[sample], misses.State(sample));
        return
        [
            .. model.Layout.Fields.Select((_, field) =>
            {
                double[] power = Periodogram(grid, observations.States, field);
                var known = observations.Metadata.NoiseStandardDeviations;
                double given = known.Count > field ? known[field] : 0;
                double states = Top(power), missed = Top(Periodogram(grid, [misses], field));
                double seen = missed > Forecastable * states ? Math.Min(states, missed) : 0;
                return new NoiseFloor(given > 0 ? given * given : seen, power);
            }),
        ];
    }

    private static double Top(double[] power)
    {
        double[] top = [.. power.Skip(power.Length * 3 / 4).Order()];
        return top[top.Length / 2];
    }

    private static double[] Periodogram(FourierGrid grid, IReadOnlyList<StateBatch> states, int field)
    {
        var power = new double[grid.Modes];
        var spectrum = new double[grid.Transform.SpectrumSize];
        int count = 0;
        foreach (var batch in states)
        {
            for (int member = 0; member < batch.Members; member++)
            {
                if (!TensorPrimitives.IsFiniteAll<double>(batch.Field(member, field))) continue;
                count++;
                grid.Transform.Forward(batch.Field(member, field), spectrum);
                for (int k = 0; k < power.Length; k++)
                    power[k] += ((spectrum[2 * k] * spectrum[2 * k]) + (spectrum[(2 * k) + 1] * spectrum[(2 * k) + 1])) / grid.Points;
            }
        }
        TensorPrimitives.Divide(power, Math.Max(1, count), power);
        return power;
    }
}
