namespace Residuum.Distribution.Problems;

/// <summary>Samples dealt to workers: those of a worker follow each other.</summary>
public sealed partial class Partition
{
    private readonly int[] _starts;

    /// <summary>A data set in the order of its workers.</summary>
    /// <param name="data">Samples, worker after worker.</param>
    /// <param name="starts">First row of every worker, and the number of rows.</param>
    /// <exception cref="ArgumentException">The starts do not ascend from 0 to the number of rows.</exception>
    public Partition(Dataset data, int[] starts)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(starts);
        if (starts.Length < 2 || starts[0] != 0 || starts[^1] != data.Rows || starts.Zip(starts.Skip(1)).Any(pair => pair.First > pair.Second))
            throw new ArgumentException($"starts must ascend from 0 to {data.Rows}", nameof(starts));
        (Data, _starts) = (data, starts);
    }

    /// <summary>Samples, worker after worker.</summary>
    public Dataset Data { get; }

    /// <summary>n.</summary>
    public int Workers => _starts.Length - 1;

    /// <summary>First row of a worker.</summary>
    /// <param name="worker">Worker.</param>
    public int Start(int worker) => _starts[worker];

    /// <summary>n_i, the number of rows of a worker; 0 is allowed.</summary>
    /// <param name="worker">Worker.</param>
    public int Count(int worker) => _starts[worker + 1] - _starts[worker];
}
