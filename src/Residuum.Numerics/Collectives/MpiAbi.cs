using System.Runtime.InteropServices;

namespace Residuum.Numerics.Collectives;

/// <summary>Handles and addresses that <c>mpi.h</c> defines as macros, so that no library exports them.</summary>
/// <remarks>A handle is an int in MPICH, which reads the low half of the slot, and an address in Open MPI.</remarks>
internal sealed record MpiAbi
{
    public required nint CommWorld { get; init; }
    public required nint ErrorsReturn { get; init; }
    public required nint Byte { get; init; }
    public required nint Double { get; init; }
    public required nint Int64 { get; init; }
    public required nint Sum { get; init; }
    public required nint Max { get; init; }
    public required nint StatusIgnore { get; init; }
    public required nint InPlace { get; init; }

    public static MpiAbi Of(MpiKind kind, nint library) => kind == MpiKind.Mpich ? Mpich : OpenMpi(library);

    // The MPICH ABI initiative fixed these in 2013.
    private static MpiAbi Mpich { get; } = new()
    {
        CommWorld = 0x44000000,
        ErrorsReturn = 0x54000001,
        Byte = 0x4c00010d,
        Double = 0x4c00080b,
        Int64 = 0x4c00083a,
        Sum = 0x58000003,
        Max = 0x58000001,
        StatusIgnore = 1,
        InPlace = -1,
    };

    private static MpiAbi OpenMpi(nint library) => new()
    {
        CommWorld = NativeLibrary.GetExport(library, "ompi_mpi_comm_world"),
        ErrorsReturn = NativeLibrary.GetExport(library, "ompi_mpi_errors_return"),
        Byte = NativeLibrary.GetExport(library, "ompi_mpi_byte"),
        Double = NativeLibrary.GetExport(library, "ompi_mpi_double"),
        Int64 = NativeLibrary.GetExport(library, "ompi_mpi_int64_t"),
        Sum = NativeLibrary.GetExport(library, "ompi_mpi_op_sum"),
        Max = NativeLibrary.GetExport(library, "ompi_mpi_op_max"),
        StatusIgnore = 0,
        InPlace = 1,
    };
}
