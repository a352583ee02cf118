using Residuum.Numerics.Options;

namespace Residuum.Numerics.Collectives;

/// <summary>How a rank takes part in an MPI job.</summary>
public sealed record MpiOptions
{
    /// <summary>Which MPI.</summary>
    public MpiChoice Mpi { get; init; } = MpiChoice.Auto;

    /// <summary>Seconds that a rank waits for the others before it ends the job: above the longest that one rank computes alone.</summary>
    public double TimeOut { get; init => field = Require.Positive(value); } = 300;

    /// <summary>Folder that all ranks see, where each leaves a sign of life, <c>rank-k.beat</c>; without one, a time-out does not name the silent rank.</summary>
    public string? BeatFolder { get; init; }

    /// <summary>Takes the one line that a rank says before it ends the job: standard error in a program.</summary>
    public required Action<string> Report { get; init; }

    /// <summary>Bytes that one call of MPI moves at most: its counts have 32 bits, and some libraries stumble before.</summary>
    internal int MessageBytes { get; init; } = 1 << 30;
}
