using System.Buffers;

namespace Residuum.Distribution.Problems;

/// <summary>Rows of one mini-batch, drawn without replacement: the first swaps of a shuffle, undone afterwards so that a draw costs its size only.</summary>
internal ref struct MiniBatch
{
    [ThreadStatic]
    private static int[]? _order;

    private readonly int[] _swaps;

    private MiniBatch(int[] swaps, int[] order, int count)
    {
        _swaps = swaps;
        Rows = order.AsSpan(0, count);
    }

    /// <summary>The rows, from 0; valid until disposed.</summary>
    public ReadOnlySpan<int> Rows { get; }

    /// <summary>Draws min(batch, rows) of a worker's rows.</summary>
    public static MiniBatch Draw(GradientSample sample, int worker, int workers, int rows)
    {
        int[] order = Order(rows);
        int count = Math.Min(sample.Batch, rows);
        int[] swaps = ArrayPool<int>.Shared.Rent(count);
        var random = SampleStream.Of("mini-batch", sample, worker, workers);
        for (int i = 0; i < count; i++)
        {
            swaps[i] = i + random.Integer(rows - i);
            (order[i], order[swaps[i]]) = (order[swaps[i]], order[i]);
        }
        return new MiniBatch(swaps, order, count);
    }

    /// <summary>Puts the thread's order back.</summary>
    public readonly void Dispose()
    {
        int[] order = _order!;
        for (int i = Rows.Length - 1; i >= 0; i--) (order[i], order[_swaps[i]]) = (order[_swaps[i]], order[i]);
        ArrayPool<int>.Shared.Return(_swaps);
    }

    private static int[] Order(int rows)
    {
        if (_order is null || _order.Length < rows)
        {
            _order = new int[rows];
            for (int i = 0; i < rows; i++) _order[i] = i;
        }
        return _order;
    }
}
