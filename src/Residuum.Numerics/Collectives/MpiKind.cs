namespace Residuum.Numerics.Collectives;

/// <summary>The two binary interfaces of MPI.</summary>
public enum MpiKind
{
    /// <summary>MPICH and its kin: MVAPICH, Intel MPI, Cray MPI.</summary>
    Mpich,

    /// <summary>Open MPI 4 and 5.</summary>
    OpenMpi,
}
