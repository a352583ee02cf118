using Residuum.Numerics.Native;

namespace Residuum.Numerics.Transforms;

/// <summary>Products of fields that are given by their spectra: to the points of a grid, multiplied there, and back.</summary>
/// <remarks>
/// <para>On a grid of 3/2 times the points, products of two fields are free of aliasing (Orszag's rule). Nyquist modes are dropped.</para>
/// <para>Fill the rows of every <see cref="Input"/>, then <see cref="Expand"/> each input, <see cref="Multiply"/> each share, <see cref="Cut"/> each output, and read
/// the rows of every <see cref="Output"/>; or call <see cref="Evaluate"/> for the three. Each of the three may run on several threads, over its index.
/// Only modes 0..Nx/2 - 1 of a row are there, Nx doubles; the row l = Ny/2 is neither filled nor read.</para>
/// </remarks>
public abstract class PlaneProducts
{
    private protected PlaneProducts(PlaneGrid grid, int inputs, int outputs, PointwiseProducts products, bool padded)
    {
        (Grid, Inputs, Outputs, Products) = (grid, inputs, outputs, products);
        (FineNx, FineNy) = padded ? (Padded(grid.Nx), Padded(grid.Ny)) : (grid.Nx, grid.Ny);
    }

    /// <summary>Number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>Number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>Points of the fine grid along x.</summary>
    public int FineNx { get; }

    /// <summary>Points of the fine grid along y.</summary>
    public int FineNy { get; }

    /// <summary>Shares of the multiplication.</summary>
    public int Shares => Math.Min(FineNy, 16);

    /// <summary>What a spectrum is multiplied by to be an input.</summary>
    public double InputScale => 1.0 / Grid.Points;

    /// <summary>What an output is multiplied by to be a spectrum.</summary>
    public double OutputScale => (double)Grid.Points / (FineNx * FineNy);

    private protected PlaneGrid Grid { get; }

    private protected PointwiseProducts Products { get; }

    /// <summary>Products on a grid, by MKL where it can be called, else by libtorch. Holds scratch memory: one evaluation at a time.</summary>
    /// <param name="grid">Grid of the spectra.</param>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="outputs">Number of outputs.</param>
    /// <param name="products">Multiplies.</param>
    /// <param name="padded">Whether the fine grid has 3/2 times the points; else it is the grid itself, and products are aliased.</param>
    public static PlaneProducts Create(PlaneGrid grid, int inputs, int outputs, PointwiseProducts products, bool padded = true)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(products);
        return Mkl.IsAvailable ? new MklPlaneProducts(grid, inputs, outputs, products, padded) : new PlainPlaneProducts(grid, inputs, outputs, products, padded);
    }

    /// <summary>A row of an input: modes 0..Nx/2 - 1 of the spectrum times <see cref="InputScale"/>. Filled anew before each evaluation.</summary>
    /// <param name="input">Input.</param>
    /// <param name="l">Row of the spectrum.</param>
    public abstract Span<double> Input(int input, int l);

    /// <summary>A row of an output: modes 0..Nx/2 - 1 of the spectrum over <see cref="OutputScale"/>.</summary>
    /// <param name="output">Output.</param>
    /// <param name="l">Row of the spectrum.</param>
    public abstract ReadOnlySpan<double> Output(int output, int l);

    /// <summary>Brings an input to the fine grid, as far as its columns go.</summary>
    /// <param name="input">Input.</param>
    public abstract void Expand(int input);

    /// <summary>Multiplies on a share of the fine grid.</summary>
    /// <param name="share">Share, below <see cref="Shares"/>.</param>
    public abstract void Multiply(int share);

    /// <summary>Brings an output back.</summary>
    /// <param name="output">Output.</param>
    public abstract void Cut(int output);

    /// <summary>All three stages, on one thread.</summary>
    public void Evaluate()
    {
        for (int input = 0; input < Inputs; input++) Expand(input);
        for (int share = 0; share < Shares; share++) Multiply(share);
        for (int output = 0; output < Outputs; output++) Cut(output);
    }

    /// <summary>Row of the fine spectrum that holds row l.</summary>
    private protected int FineRow(int l) => l < Grid.Ny / 2 ? l : l + FineNy - Grid.Ny;

    /// <summary>The rows [first, end) of a share.</summary>
    private protected (int First, int End) Rows(int share) => (FineNy * share / Shares, FineNy * (share + 1) / Shares);

    private static int Padded(int points) => ((3 * points) + 3) / 4 * 2; // the next even number
}
