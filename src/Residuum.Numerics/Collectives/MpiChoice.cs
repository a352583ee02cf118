namespace Residuum.Numerics.Collectives;

/// <summary>What <c>--mpi</c> may say.</summary>
public enum MpiChoice
{
    /// <summary>The one whose launcher started this process; none where none did.</summary>
    Auto,

    /// <summary>MPICH.</summary>
    Mpich,

    /// <summary>Open MPI.</summary>
    OpenMpi,

    /// <summary>None: every process is a job of its own.</summary>
    Off,
}
