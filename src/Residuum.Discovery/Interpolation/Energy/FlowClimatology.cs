using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>What is known of a flow before it is observed: the mean jet of each layer, and the spectrum of the eddies about it.</summary>
/// <remarks>Without the jet its few modes would rule the spectrum: an analysis with it was far worse than a polyharmonic fill (medida-qg, Interpolators, note).
/// The spectrum keeps both axes: hyperdiffusion with k⁸ + l⁸ leaves corners that no mean over circles knows of.</remarks>
public sealed class FlowClimatology
{
    /// <summary>Standard deviation, in modes, of the Gaussian window that smooths the logarithm of the spectrum.</summary>
    private const double Window = 2;

    /// <summary>Least power over the largest: below it rounding and interpolation rule.</summary>
    private const double Floor = 1e-12;

    private FlowClimatology(PlaneGrid grid, double[] jets, double[] spectrum) => (Grid, Jets, Spectrum) = (grid, jets, spectrum);

    /// <summary>Grid of the states.</summary>
    public PlaneGrid Grid { get; }

    /// <summary>Number of layers.</summary>
    public int Layers => Jets.Length / Grid.Ny;

    /// <summary>Zonal mean of ψ, <c>[layers, Ny]</c>.</summary>
    public double[] Jets { get; }

    /// <summary>Power of the eddies by mode, smoothed, of layers scaled to unit variance, <c>[Ny, Nx/2 + 1]</c>; its sum over all modes is 1.</summary>
    public double[] Spectrum { get; }

    /// <summary>Jets and spectrum of states.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="layers">Number of layers.</param>
    /// <param name="states">ψ, <c>[states, layers, Ny, Nx]</c>.</param>
    /// <exception cref="ArgumentException">The length is no whole number of states.</exception>
    public static FlowClimatology Of(PlaneGrid grid, int layers, double[] states)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(states);
        int size = layers * grid.Points;
        if (states.Length == 0 || states.Length % size != 0) throw new ArgumentException($"{states.Length} numbers are no states of {layers} layers of {grid.Points} points", nameof(states));
        var jets = ZonalMeans(grid, layers, states);
        return new FlowClimatology(grid, jets, Smoothed(grid, Power(grid, layers, states, jets)));
    }

    /// <summary>The jets as fields, <c>[layers, Ny * Nx]</c>.</summary>
    internal double[] JetFields()
    {
        var fields = new double[Jets.Length * Grid.Nx];
        for (int i = 0; i < fields.Length; i++) fields[i] = Jets[i / Grid.Nx];
        return fields;
    }

    private static double[] ZonalMeans(PlaneGrid grid, int layers, double[] states)
    {
        var means = new double[layers * grid.Ny];
        double each = (double)means.Length / states.Length;
        for (int i = 0; i < states.Length; i++) means[i / grid.Nx % means.Length] += each * states[i];
        return means;
    }

    /// <summary>Mean |ψ̂|² of the eddies, each layer scaled to unit variance.</summary>
    private static double[] Power(PlaneGrid grid, int layers, double[] states, double[] jets)
    {
        var transform = grid.Transform;
        double[] eddies = new double[grid.Points], spectrum = new double[transform.SpectrumSize], power = new double[spectrum.Length / 2];
        var perLayer = Enumerable.Range(0, layers).Select(_ => new double[power.Length]).ToArray();
        for (int field = 0; field < states.Length / grid.Points; field++)
        {
            for (int i = 0; i < eddies.Length; i++) eddies[i] = states[(field * grid.Points) + i] - jets[(field % layers * grid.Ny) + (i / grid.Nx)];
            transform.Forward(eddies, spectrum);
            for (int mode = 0; mode < power.Length; mode++) perLayer[field % layers][mode] += (spectrum[2 * mode] * spectrum[2 * mode]) + (spectrum[(2 * mode) + 1] * spectrum[(2 * mode) + 1]);
        }
        foreach (double[] layer in perLayer)
        {
            double total = layer.Sum();
            for (int mode = 0; total > 0 && mode < power.Length; mode++) power[mode] += layer[mode] / total;
        }
        return power;
    }

    /// <summary>A mean of logarithms over neighbouring modes; zonal and Nyquist modes, which the jet and the grid spoil, take it from the others.</summary>
    private static double[] Smoothed(PlaneGrid grid, double[] power)
    {
        int columns = (grid.Nx / 2) + 1, reach = (int)(3 * Window);
        double[] weights = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(d => Math.Exp(-d * d / (2 * Window * Window)))];
        var smooth = new double[power.Length];
        Parallel.For(0, power.Length, mode =>
        {
            int mx = mode % columns, my = Signed(mode / columns, grid.Ny);
            double sum = 0, weight = 0;
            for (int dy = -reach; dy <= reach; dy++)
            {
                for (int dx = -reach; dx <= reach; dx++)
                {
                    double logarithm = LogPower(grid, power, mx + dx, my + dy);
                    if (double.IsNaN(logarithm)) continue;
                    (sum, weight) = (sum + (weights[dx + reach] * weights[dy + reach] * logarithm), weight + (weights[dx + reach] * weights[dy + reach]));
                }
            }
            smooth[mode] = weight > 0 ? Math.Exp(sum / weight) : 0;
        });
        return Normalised(grid, smooth);
    }

    private static double[] Normalised(PlaneGrid grid, double[] power)
    {
        double largest = power.Max();
        if (largest == 0) return [.. power.Select(_ => 1.0 / grid.Points)]; // no eddies at all: nothing is known
        double[] floored = [.. power.Select(value => Math.Max(value, Floor * largest))];
        int columns = (grid.Nx / 2) + 1;
        double total = floored.Select((value, mode) => value * (mode % columns is var mx && (mx == 0 || mx == grid.Nx / 2) ? 1 : 2)).Sum();
        return [.. floored.Select(value => value / total)];
    }

    private static double LogPower(PlaneGrid grid, double[] power, int mx, int my)
    {
        if (mx < 0) (mx, my) = (-mx, -my);
        if (mx == 0 || mx >= grid.Nx / 2 || Math.Abs(my) >= grid.Ny / 2) return double.NaN;
        double value = power[((my < 0 ? my + grid.Ny : my) * ((grid.Nx / 2) + 1)) + mx];
        return value > 0 ? Math.Log(value) : double.NaN;
    }

    private static int Signed(int row, int ny) => row <= ny / 2 ? row : row - ny;
}
