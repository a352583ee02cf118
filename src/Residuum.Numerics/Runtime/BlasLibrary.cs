using System.Runtime.InteropServices;
using System.Text;

namespace Residuum.Numerics.Runtime;

/// <summary>The BLAS inside libtorch.</summary>
internal static class BlasLibrary
{
    private const int LongestVersion = 256;

    /// <summary>What MKL says of itself; null where libtorch carries another BLAS, as on macOS.</summary>
    public static unsafe string? Version()
    {
        nint torch = NativeLibrary.Load(TorchRuntime.LibraryPath("torch_cpu"));
        if (!NativeLibrary.TryGetExport(torch, "MKL_Get_Version_String", out nint function)) return null;
        byte* text = stackalloc byte[LongestVersion];
        new Span<byte>(text, LongestVersion).Clear();
        ((delegate* unmanaged<byte*, int, void>)function)(text, LongestVersion - 1);
        return Encoding.ASCII.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text)).Trim();
    }
}
