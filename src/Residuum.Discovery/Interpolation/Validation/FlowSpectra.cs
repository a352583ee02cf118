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
        FlowSpectra[] spectra = [.. Enumerable.Range(0, layers).Select(_ => new FlowSpectra(Empty(rings, ring), Empty((grid.Nx / 2) + 1, stepX), Empty((grid.Ny / 2) + 1, stepY)))];
        double scale = MeanSquare(grid, layers, fields);
        ForEachMode(grid, fields, (field, mx, my, twice, square) =>
        {
            var layer = spectra[field % layers];
            double power = twice * scale * square;
            layer.Isotropic.Power[(int)Math.Round(Math.Sqrt(Math.Pow(stepX * mx, 2) + Math.Pow(stepY * my, 2)) / ring)] += power;
            layer.AlongX.Power[mx] += power;
            layer.AlongY.Power[Math.Abs(my)] += power;
        });
        return spectra;
    }

    /// <summary>Power in some of the modes, one number a layer.</summary>
    internal static double[] Power(PlaneGrid grid, int layers, double[] fields, Func<int, int, bool> counts)
    {
        var sums = new double[layers];
        double scale = MeanSquare(grid, layers, fields);
        ForEachMode(grid, fields, (field, mx, my, twice, square) => sums[field % layers] += counts(mx, my) ? twice * scale * square : 0);
        return sums;
    }

    /// <summary>What is done with a mode of a field.</summary>
    /// <param name="field">Field.</param>
    /// <param name="mx">Number of the mode along x, from 0.</param>
    /// <param name="my">Number of the mode along y, of both signs.</param>
    /// <param name="twice">2 where it stands for (-mx, -my) too, else 1.</param>
    /// <param name="square">|ψ̂|².</param>
    internal delegate void ModeVisitor(int field, int mx, int my, double twice, double square);

    /// <summary>Visits all modes of the half axis.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="fields">Fields, <c>[fields, Ny, Nx]</c>.</param>
    /// <param name="visit">What is done.</param>
    internal static void ForEachMode(PlaneGrid grid, double[] fields, ModeVisitor visit)
    {
        var spectrum = new double[grid.Transform.SpectrumSize];
        int columns = grid.WaveNumbersX.Length;
        for (int field = 0; field < fields.Length / grid.Points; field++)
        {
            grid.Transform.Forward(fields.AsSpan(field * grid.Points, grid.Points), spectrum);
            for (int mode = 0; mode < spectrum.Length / 2; mode++)
            {
                int mx = mode % columns, row = mode / columns, my = row <= grid.Ny / 2 ? row : row - grid.Ny;
                double square = (spectrum[2 * mode] * spectrum[2 * mode]) + (spectrum[(2 * mode) + 1] * spectrum[(2 * mode) + 1]);
                visit(field, mx, my, mx == 0 || mx == grid.Nx / 2 ? 1 : 2, square);
            }
        }
    }

    /// <summary>What makes |ψ̂|² of a layer's snapshots add up to their mean square.</summary>
    private static double MeanSquare(PlaneGrid grid, int layers, double[] fields) => (double)layers / (fields.Length / grid.Points) / grid.Points / grid.Points;

    private static (double[] WaveNumbers, double[] Power) Empty(int count, double step) => ([.. Enumerable.Range(0, count).Select(i => i * step)], new double[count]);
}
