using System.Runtime.InteropServices;
using Residuum.Numerics.Runtime;

namespace Residuum.Numerics.Native;

/// <summary>The Intel MKL that lies inside libtorch, called directly: a small transform through TorchSharp costs four times its own work.</summary>
/// <remarks>The symbols are exported by libtorch on Linux x64 only; elsewhere <see cref="IsAvailable"/> is false and callers go through TorchSharp.</remarks>
public static unsafe class Mkl
{
    private static readonly nint Library = Load();

    internal static readonly delegate* unmanaged<nint*, int, nint, int> DftiCreateDouble1D = (delegate* unmanaged<nint*, int, nint, int>)Symbol("DftiCreateDescriptor_d_1d");
    internal static readonly delegate* unmanaged<nint*, int, nint, nint*, int> DftiCreateDouble = (delegate* unmanaged<nint*, int, nint, nint*, int>)Symbol("DftiCreateDescriptor_d_md");
    internal static readonly delegate* unmanaged<nint, int, nint, int> DftiSetValue = (delegate* unmanaged<nint, int, nint, int>)Symbol("DftiSetValue");
    internal static readonly delegate* unmanaged<nint, int> DftiCommit = (delegate* unmanaged<nint, int>)Symbol("DftiCommitDescriptor");
    internal static readonly delegate* unmanaged<nint, double*, double*, int> DftiForward = (delegate* unmanaged<nint, double*, double*, int>)Symbol("DftiComputeForward");
    internal static readonly delegate* unmanaged<nint, double*, double*, int> DftiBackward = (delegate* unmanaged<nint, double*, double*, int>)Symbol("DftiComputeBackward");
    internal static readonly delegate* unmanaged<nint*, int> DftiFree = (delegate* unmanaged<nint*, int>)Symbol("DftiFreeDescriptor");
    internal static readonly delegate* unmanaged<byte*, byte*, int*, int*, int*, double*, double*, int*, double*, int*, double*, double*, int*, void> Dgemm =
        (delegate* unmanaged<byte*, byte*, int*, int*, int*, double*, double*, int*, double*, int*, double*, double*, int*, void>)Symbol("dgemm_");
    internal static readonly delegate* unmanaged<byte*, int*, double*, int*, int*, void> Dpotrf = (delegate* unmanaged<byte*, int*, double*, int*, int*, void>)Symbol("dpotrf_");
    internal static readonly delegate* unmanaged<byte*, int*, int*, double*, int*, double*, int*, int*, void> Dpotrs =
        (delegate* unmanaged<byte*, int*, int*, double*, int*, double*, int*, int*, void>)Symbol("dpotrs_");
    internal static readonly delegate* unmanaged<byte*, byte*, byte*, byte*, int*, int*, double*, double*, int*, double*, int*, void> Dtrsm =
        (delegate* unmanaged<byte*, byte*, byte*, byte*, int*, int*, double*, double*, int*, double*, int*, void>)Symbol("dtrsm_");
    internal static readonly delegate* unmanaged<byte*, byte*, int*, double*, int*, double*, double*, int*, int*, int*, int*, void> Dsyevd =
        (delegate* unmanaged<byte*, byte*, int*, double*, int*, double*, double*, int*, int*, int*, int*, void>)Symbol("dsyevd_");
    private static readonly delegate* unmanaged<int, int> SetThreadsLocal = (delegate* unmanaged<int, int>)Symbol("MKL_Set_Num_Threads_Local");

    /// <summary>Whether MKL's own functions can be called.</summary>
    public static bool IsAvailable => Library != 0 && DftiCreateDouble1D is not null && DftiCreateDouble is not null && Dgemm is not null && Dpotrf is not null && Dpotrs is not null && Dtrsm is not null && Dsyevd is not null;

    /// <summary>Runs work with a number of MKL threads on this thread, then restores what was set.</summary>
    /// <param name="threads">Number of threads; 0 is the process's own setting.</param>
    /// <param name="work">What to run.</param>
    public static void WithThreads(int threads, Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (SetThreadsLocal is null)
        {
            work();
            return;
        }
        int before = SetThreadsLocal(threads);
        try
        {
            work();
        }
        finally
        {
            _ = SetThreadsLocal(before);
        }
    }

    private static nint Load()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64) return 0;
        TorchRuntime.PrepareEnvironment();
        return NativeLibraries.Find("torch_cpu") is { } path && NativeLibrary.TryLoad(path, out nint library) ? library : 0;
    }

    private static void* Symbol(string name) =>
        Library != 0 && NativeLibrary.TryGetExport(Library, name, out nint address) ? (void*)address : null;
}
