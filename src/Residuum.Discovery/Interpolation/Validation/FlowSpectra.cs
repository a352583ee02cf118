using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Power of ψ by wave number, mean over snapshots, for one layer.</summary>
/// <param name="Isotropic">By (k² + l²)^½, in rings as wide as the coarser axis of modes: wave number and power.</param>
/// <param name="AlongX">By k, summed over l.</param>
/// <param name="AlongY">By |l|, summed over k.</param>
public sealed record FlowSpectra((double[] WaveNumbers, double[] Power) Isotropic, (double[] WaveNumbers, double[] Power) AlongX, (double[] WaveNumbers, double[] Power) AlongY)
{
    /// <summary>Spectra of every layer; the sum over each is the mean square of ψ.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="layers">Number of layers.</param>
    /// <param name="fields">ψ, <c>[snapshots, layers, Ny, Nx]</c>.</param>
    public static IReadOnlyList<FlowSpectra> Of(PlaneGrid grid, int layers, double[] fields)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(fields);
        double stepX = 2 * Math.PI / grid.LengthX, stepY = 2 * Math.PI / grid.LengthY, ring = Math.Max(stepX, stepY);
        int rings = 1 + (int)Math.Round(Math.Sqrt(Math.Pow(stepX * grid.Nx / 2, 2) + Math.Pow(stepY * grid.Ny / 2, 2)) / ring);
        return [.. Enumerable.Range(0, layers).Select(_ => new FlowSpectra(Empty(rings, ring), Empty((grid.Nx / 2) + 1, stepX), Empty((grid.Ny / 2) + 1, stepY))).Select(Filled)];

        FlowSpectra Filled(FlowSpectra spectra, int layer)
        {
            ForEachMode(grid, layers, fields, (at, mx, my, power) =>
            {
                if (at != layer) return;
                spectra.Isotropic.Power[(int)Math.Round(Math.Sqrt(Math.Pow(stepX * mx, 2) + Math.Pow(stepY * my, 2)) / ring)] += power;
                spectra.AlongX.Power[mx] += power;
                spectra.AlongY.Power[Math.Abs(my)] += power;
            });
            return spectra;
        }
    }

    /// <summary>Power in some of the modes, one number a layer.</summary>
    internal static double[] Power(PlaneGrid grid, int layers, double[] fields, Func<int, int, bool> counts)
    {
        var sums = new double[layers];
        ForEachMode(grid, layers, fields, (layer, mx, my, power) => sums[layer] += counts(mx, my) ? power : 0);
        return sums;
    }

    /// <summary>Visits |ψ̂|² of all modes, the half axis counted twice, in units in which the sum is the mean square.</summary>
    private static void ForEachMode(PlaneGrid grid, int layers, double[] fields, Action<int, int, int, double> visit)
    {
        var spectrum = new double[grid.Transform.SpectrumSize];
        int columns = grid.WaveNumbersX.Length, count = fields.Length / grid.Points;
        double scale = (double)layers / count / grid.Points / grid.Points;
        for (int field = 0; field < count; field++)
        {
            grid.Transform.Forward(fields.AsSpan(field * grid.Points, grid.Points), spectrum);
            for (int mode = 0; mode < spectrum.Length / 2; mode++)
            {
                int mx = mode % columns, row = mode / columns, my = row <= grid.Ny / 2 ? row : row - grid.Ny;
                double power = (spectrum[2 * mode] * spectrum[2 * mode]) + (spectrum[(2 * mode) + 1] * spectrum[(2 * mode) + 1]);
                visit(field % layers, mx, my, (mx == 0 || mx == grid.Nx / 2 ? 1 : 2) * scale * power);
            }
        }
    }

    private static (double[] WaveNumbers, double[] Power) Empty(int count, double step) => ([.. Enumerable.Range(0, count).Select(i => i * step)], new double[count]);
}
