using System.Runtime.InteropServices;
using System.Text;
using Residuum.Numerics.Collectives;

namespace Residuum.Numerics.Runtime;

/// <summary>An MPI library that this system offers.</summary>
/// <param name="FileName">Name that the loader found, such as <c>libmpich.so.12</c>.</param>
/// <param name="Version">First line of what it says of itself.</param>
public sealed record MpiLibrary(string FileName, string Version)
{
    private const int LongestVersion = 8192; // MPI_MAX_LIBRARY_VERSION_STRING of MPICH, the largest

    /// <summary>The MPI libraries that the loader finds; MPI is not started.</summary>
    public static IReadOnlyList<MpiLibrary> Installed() => [.. Enum.GetValues<MpiKind>().SelectMany(NamesOf).Select(Open).OfType<MpiLibrary>()];

    /// <summary>Names under which a binary interface is installed, the usual one first.</summary>
    internal static IReadOnlyList<string> NamesOf(MpiKind kind) => kind == MpiKind.Mpich ? ["libmpich.so.12", "libmpi.so.12"] : ["libmpi.so.40"];

    // MPI_Get_library_version may be called before MPI_Init (MPI 3.1, section 8.1).
    internal static unsafe MpiLibrary? Open(string name)
    {
        if (!OperatingSystem.IsLinux()) return null;
        NativeEnvironment.SetDefault(NativeEnvironment.UcxErrors, "none"); // read as soon as the library is loaded
        if (!NativeLibrary.TryLoad(name, out nint library)) return null;
        if (!NativeLibrary.TryGetExport(library, "MPI_Get_library_version", out nint function)) return new MpiLibrary(name, "unknown");
        byte* text = stackalloc byte[LongestVersion];
        int length = 0;
        _ = ((delegate* unmanaged<byte*, int*, int>)function)(text, &length);
        string version = Encoding.UTF8.GetString(text, Math.Clamp(length, 0, LongestVersion));
        string[] words = version.Split('\n')[0].TrimEnd('\0').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries); // MPICH has a tab
        return new MpiLibrary(name, string.Join(' ', words));
    }
}
