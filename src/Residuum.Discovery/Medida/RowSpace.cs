using Residuum.Numerics.Transforms;

namespace Residuum.Discovery;

/// <summary>The rows that a regression sees of a field: its orthonormal Fourier coefficients, from which a band limit cuts what noise has drowned.</summary>
/// <remarks>Real and imaginary parts of modes 1..cutoff, in front of them the mean where it is wanted. By Parseval's identity sums of squares
/// over all modes equal those over the points, so that without a cut nothing depends on the change of basis, and white noise keeps its variance.</remarks>
internal sealed class RowSpace
{
    private readonly FourierGrid _grid;
    private readonly double _scale;

    /// <param name="grid">Grid of the field.</param>
    /// <param name="cutoff">Highest mode kept, at most points / 2.</param>
    /// <param name="withMean">Whether the mean is a row: only then can a constant be found.</param>
    public RowSpace(FourierGrid grid, int cutoff, bool withMean)
    {
        (_grid, Cutoff, WithMean) = (grid, Math.Min(cutoff, grid.Points / 2), withMean);
        _scale = Math.Sqrt(2.0 / grid.Points);
        Rows = (WithMean ? 1 : 0) + (2 * Cutoff) - (Cutoff == grid.Points / 2 ? 1 : 0);
    }

    public int Cutoff { get; }

    public bool WithMean { get; }

    /// <summary>Rows of one sample.</summary>
    public int Rows { get; }

    /// <summary>Rows of a transform.</summary>
    /// <param name="spectrum">Transform of the field, <c>[points + 2]</c>.</param>
    /// <param name="rows">Its rows, <paramref name="stride"/> apart.</param>
    /// <param name="stride">Distance of rows in memory.</param>
    public void Write(ReadOnlySpan<double> spectrum, Span<double> rows, int stride = 1)
    {
        int at = 0;
        if (WithMean)
        {
            rows[0] = spectrum[0] * _scale / Math.Sqrt(2);
            at = stride;
        }
        int paired = Math.Min(Cutoff, (_grid.Points / 2) - 1);
        for (int k = 1; k <= paired; k++)
        {
            rows[at] = spectrum[2 * k] * _scale;
            rows[at + stride] = spectrum[(2 * k) + 1] * _scale;
            at += 2 * stride;
        }
        if (Cutoff == _grid.Points / 2) rows[at] = spectrum[2 * Cutoff] * _scale / Math.Sqrt(2);
    }

    /// <summary>Mode of a row; 0 is the mean.</summary>
    /// <param name="row">Row, from 0.</param>
    public int Mode(int row) => WithMean ? (row + 1) / 2 : (row / 2) + 1;
}
