using System.Runtime.InteropServices;
using System.Text;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Runtime;

namespace Residuum.Numerics.Collectives;

/// <summary>The functions of an MPI library that the collectives use, over all ranks; none of them blocks but the first and the last.</summary>
internal sealed unsafe class MpiApi
{
    private const int Serialized = 2; // MPI_THREAD_SERIALIZED: any thread, one at a time
    private const int LongestError = 512;

    private readonly nint _library;
    private readonly MpiAbi _abi;
    private readonly delegate* unmanaged<nint*, int*, nint, int> _test;
    private readonly delegate* unmanaged<nint, nint*, int> _barrier;
    private readonly delegate* unmanaged<byte*, int, nint, int, nint, nint*, int> _broadcast;
    private readonly delegate* unmanaged<nint, void*, int, nint, nint, nint, nint*, int> _allReduce;
    private readonly delegate* unmanaged<byte*, int, nint, byte*, int, nint, nint, nint*, int> _allGather, _allToAll;
    private readonly delegate* unmanaged<byte*, int, nint, byte*, int*, int*, nint, nint, nint*, int> _allGatherByLength;
    private readonly delegate* unmanaged<byte*, int, nint, int, int, nint, nint*, int> _send, _receive;

    private MpiApi(nint library, MpiKind kind, string version)
    {
        (_library, _abi, Kind, Version) = (library, MpiAbi.Of(kind, library), kind, version);
        _test = (delegate* unmanaged<nint*, int*, nint, int>)Export("MPI_Test");
        _barrier = (delegate* unmanaged<nint, nint*, int>)Export("MPI_Ibarrier");
        _broadcast = (delegate* unmanaged<byte*, int, nint, int, nint, nint*, int>)Export("MPI_Ibcast");
        _allReduce = (delegate* unmanaged<nint, void*, int, nint, nint, nint, nint*, int>)Export("MPI_Iallreduce");
        _allGather = (delegate* unmanaged<byte*, int, nint, byte*, int, nint, nint, nint*, int>)Export("MPI_Iallgather");
        _allToAll = (delegate* unmanaged<byte*, int, nint, byte*, int, nint, nint, nint*, int>)Export("MPI_Ialltoall");
        _allGatherByLength = (delegate* unmanaged<byte*, int, nint, byte*, int*, int*, nint, nint, nint*, int>)Export("MPI_Iallgatherv");
        _send = (delegate* unmanaged<byte*, int, nint, int, int, nint, nint*, int>)Export("MPI_Isend");
        _receive = (delegate* unmanaged<byte*, int, nint, int, int, nint, nint*, int>)Export("MPI_Irecv");
    }

    /// <summary>The library's kind.</summary>
    public MpiKind Kind { get; }

    /// <summary>What the library says of itself.</summary>
    public string Version { get; }

    /// <summary>Loads the first library that is installed; MPI is not started.</summary>
    /// <exception cref="UserError">None is.</exception>
    public static MpiApi Load(IReadOnlyList<MpiKind> kinds)
    {
        foreach (var kind in kinds)
            foreach (string name in MpiLibrary.NamesOf(kind))
                if (MpiLibrary.Open(name) is { } found)
                    return new MpiApi(NativeLibrary.Load(name), kind, found.Version);
        throw Missing(kinds);
    }

    /// <summary>The error where none of the libraries is installed; the packages are Debian's.</summary>
    internal static UserError Missing(IReadOnlyList<MpiKind> kinds) => new(
        "the MPI library is missing", found: "none of " + string.Join(", ", kinds.SelectMany(MpiLibrary.NamesOf)),
        remedy: "install the package " + string.Join(" or ", kinds.Select(kind => kind == MpiKind.Mpich ? "mpich" : "openmpi-bin")) + " on every machine of the job");

    /// <summary>Starts MPI.</summary>
    /// <returns>This rank and the number of ranks.</returns>
    public (int Rank, int Size) Start()
    {
        int granted = 0, rank = 0, size = 0;
        Check(((delegate* unmanaged<nint, nint, int, int*, int>)Export("MPI_Init_thread"))(0, 0, Serialized, &granted));
        if (granted < Serialized) throw new UserError("this MPI library serves one thread only", found: Version, remedy: "install one that was built with threads");
        Check(((delegate* unmanaged<nint, nint, int>)Export("MPI_Comm_set_errhandler"))(_abi.CommWorld, _abi.ErrorsReturn));
        Check(((delegate* unmanaged<nint, int*, int>)Export("MPI_Comm_rank"))(_abi.CommWorld, &rank));
        Check(((delegate* unmanaged<nint, int*, int>)Export("MPI_Comm_size"))(_abi.CommWorld, &size));
        return (rank, size);
    }

    /// <summary>Ends MPI; waits for the other ranks.</summary>
    public void Finish() => Check(((delegate* unmanaged<int>)Export("MPI_Finalize"))());

    /// <summary>Ends all ranks of the job.</summary>
    public void Abort(int code) => _ = ((delegate* unmanaged<nint, int, int>)Export("MPI_Abort"))(_abi.CommWorld, code);

    /// <summary>Whether a request is done; the payload moves within this call only.</summary>
    public bool Test(nint* request)
    {
        int done = 0;
        Check(_test(request, &done, _abi.StatusIgnore));
        return done != 0;
    }

    public void Barrier(nint* request) => Check(_barrier(_abi.CommWorld, request));

    public void Broadcast(byte* bytes, int length, int root, nint* request) => Check(_broadcast(bytes, length, _abi.Byte, root, _abi.CommWorld, request));

    public void Sum(double* values, int count, nint* request) => Check(_allReduce(_abi.InPlace, values, count, _abi.Double, _abi.Sum, _abi.CommWorld, request));

    public void Max(long* value, nint* request) => Check(_allReduce(_abi.InPlace, value, 1, _abi.Int64, _abi.Max, _abi.CommWorld, request));

    public void AllGather(byte* mine, byte* all, int length, nint* request) =>
        Check(_allGather(mine, length, _abi.Byte, all, length, _abi.Byte, _abi.CommWorld, request));

    public void AllGather(byte* mine, int length, byte* all, int* lengths, int* offsets, nint* request) =>
        Check(_allGatherByLength(mine, length, _abi.Byte, all, lengths, offsets, _abi.Byte, _abi.CommWorld, request));

    public void AllToAll(byte* send, byte* received, int block, nint* request) =>
        Check(_allToAll(send, block, _abi.Byte, received, block, _abi.Byte, _abi.CommWorld, request));

    public void Send(byte* bytes, int length, int to, nint* request) => Check(_send(bytes, length, _abi.Byte, to, 0, _abi.CommWorld, request));

    public void Receive(byte* bytes, int length, int from, nint* request) => Check(_receive(bytes, length, _abi.Byte, from, 0, _abi.CommWorld, request));

    private nint Export(string name) => NativeLibrary.GetExport(_library, name);

    private void Check(int code)
    {
        if (code == 0) return;
        byte* text = stackalloc byte[LongestError];
        int length = 0;
        _ = ((delegate* unmanaged<int, byte*, int*, int>)Export("MPI_Error_string"))(code, text, &length);
        throw new InvalidOperationException("MPI: " + Encoding.UTF8.GetString(text, Math.Clamp(length, 0, LongestError)));
    }
}
