using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Skill;

/// <summary>Mean power of each Fourier mode of a field: what a long-run spectrum figure shows.</summary>
/// <param name="WaveNumbers">κ = 2πk/L, k = 1..n/2, <c>[modes]</c>.</param>
/// <param name="Power">Variance that each mode holds, <c>[modes]</c>: their sum is the mean variance over points.</param>
public sealed record PowerSpectrum(double[] WaveNumbers, double[] Power)
{
    /// <summary>Averages over the members of a batch, the mean of each state left out.</summary>
    /// <param name="states">States with an even number of points.</param>
    /// <param name="field">Field, from 0.</param>
    public static PowerSpectrum Of(StateBatch states, int field = 0)
    {
        ArgumentNullException.ThrowIfNull(states);
        var grid = FourierGrid.Periodic(states.Layout.Length, states.Layout.Points);
        var spectrum = new double[grid.Transform.SpectrumSize];
        var power = new double[grid.Modes];
        for (int member = 0; member < states.Members; member++)
        {
            grid.Transform.Forward(states.Field(member, field), spectrum);
            for (int k = 1; k < power.Length; k++)
            {
                double square = (spectrum[2 * k] * spectrum[2 * k]) + (spectrum[(2 * k) + 1] * spectrum[(2 * k) + 1]);
                double sides = k == power.Length - 1 ? 1 : 2; // every mode but the last stands for two, ±k
                power[k] += sides * square / ((double)grid.Points * grid.Points * states.Members);
            }
        }
        return new PowerSpectrum(grid.WaveNumbers[1..], power[1..]);
    }
}
