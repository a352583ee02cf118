using System.Runtime.InteropServices;
using System.Text;

namespace Residuum.Numerics.Runtime;

/// <summary>An MPI library that this system offers.</summary>
/// <param name="FileName">Name that the loader found, such as <c>libmpich.so.12</c>.</param>
/// <param name="Version">First line of what it says of itself.</param>
public sealed record MpiLibrary(string FileName, string Version)
{
    private const int LongestVersion = 8192; // MPI_MAX_LIBRARY_VERSION_STRING of MPICH, the largest

    /// <summary>Names under which the two binary interfaces are installed: MPICH and its kin, then Open MPI.</summary>
    private static readonly string[] Names = ["libmpich.so.12", "libmpi.so.12", "libmpi.so.40"];

    /// <summary>The MPI libraries that the loader finds; MPI is not started.</summary>
    public static IReadOnlyList<MpiLibrary> Installed() => [.. Names.Select(Open).OfType<MpiLibrary>()];

    // MPI_Get_library_version may be called before MPI_Init (MPI 3.1, section 8.1).
    internal static unsafe MpiLibrary? Open(string name)
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad(name, out nint library)) return null;
        if (!NativeLibrary.TryGetExport(library, "MPI_Get_library_version", out nint function)) return new MpiLibrary(name, "unknown");
        byte* text = stackalloc byte[LongestVersion];
        int length = 0;
        _ = ((delegate* unmanaged<byte*, int*, int>)function)(text, &length);
        string version = Encoding.UTF8.GetString(text, Math.Clamp(length, 0, LongestVersion));
        return new MpiLibrary(name, version.Split('\n')[0].TrimEnd('\0', ' '));
    }
}
