using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>Streams rows into [1 Φ y]ᵀ[1 Φ y]: fixed blocks of rows, summed in pairwise order, however the rows arrive.</summary>
internal sealed class RowMoments
{
    private const int ChunkRuns = 8; // a power of two, so that a chunk is one node of the pairwise tree
    private const int RunBlocks = 4; // added up one after the other: shorter runs cost as much time as the products

    private readonly int _columns, _stride;
    private readonly double[] _block, _square;
    private readonly VectorSum _sum;
    private long _seen;
    private int _filled, _blocks;

    public RowMoments(int columns, long firstRow = 0)
    {
        (_columns, _stride, _seen) = (columns, MomentKernel.Stride(columns + 2), firstRow);
        (_block, _square) = (new double[MomentKernel.BlockRows * _stride], new double[_stride * _stride]);
        _sum = new VectorSum(_square.Length);
    }

    /// <summary>Moments of a whole matrix, chunks in parallel.</summary>
    public static AugmentedMoments Of(Matrix phi, double[] y)
    {
        CheckRows(phi, y.Length);
        const int chunkRows = ChunkRuns * RunBlocks * MomentKernel.BlockRows;
        var chunks = new double[(phi.Rows + chunkRows - 1) / chunkRows][];
        ParallelLoop.For(chunks.Length, chunk =>
        {
            int from = chunk * chunkRows, count = Math.Min(chunkRows, phi.Rows - from);
            var moments = new RowMoments(phi.Columns, from);
            moments.Add(phi.Values.AsSpan(from * phi.Columns, count * phi.Columns), y.AsSpan(from, count));
            chunks[chunk] = moments.Finish().Values;
        });
        int stride = MomentKernel.Stride(phi.Columns + 2);
        var sum = new VectorSum(stride * stride);
        foreach (double[] chunk in chunks) sum.Add(chunk);
        return new AugmentedMoments(phi.Columns, stride, sum.Total());
    }

    public static void CheckRows(Matrix phi, int targets)
    {
        if (phi.Rows != targets) throw new ArgumentException($"{targets} targets for {phi.Rows} rows");
    }

    /// <summary>Adds rows.</summary>
    /// <param name="phi">Row-major, <c>[rows, q]</c>.</param>
    /// <param name="y"><c>[rows]</c>.</param>
    public void Add(ReadOnlySpan<double> phi, ReadOnlySpan<double> y)
    {
        for (int r = 0; r < y.Length; r++)
        {
            var row = _block.AsSpan(_filled * _stride, _stride);
            row[0] = 1;
            phi.Slice(r * _columns, _columns).CopyTo(row[1..]);
            row[_columns + 1] = y[r];
            if (++_filled == MomentKernel.BlockRows) Flush();
        }
    }

    /// <summary>The moments of all rows added; nothing may be added after.</summary>
    public AugmentedMoments Finish()
    {
        if (_filled > 0) Flush();
        if (_blocks > 0) EndRun();
        return new AugmentedMoments(_columns, _stride, _sum.Total());
    }

    private void Flush()
    {
        MomentKernel.AddSquare(_block, _filled, _stride, _square);
        for (int j = 1; j < _columns + 2; j++)
        {
            if (!double.IsFinite(_square[(j * _stride) + j])) throw NotFinite(j);
        }
        _seen += _filled;
        _filled = 0;
        if (++_blocks == RunBlocks) EndRun();
    }

    private void EndRun()
    {
        _sum.Add(_square);
        Array.Clear(_square);
        _blocks = 0;
    }

    private NonFiniteException NotFinite(int column)
    {
        int row = 0;
        while (row < _filled - 1 && double.IsFinite(_block[(row * _stride) + column] * _block[(row * _stride) + column])) row++;
        string name = column == _columns + 1 ? "the target" : $"column {column - 1}";
        return new NonFiniteException($"{name} of the regression, row {_seen + row}");
    }
}
