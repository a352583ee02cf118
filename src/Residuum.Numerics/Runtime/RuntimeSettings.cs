using System.Globalization;

namespace Residuum.Numerics.Runtime;

/// <summary>What a user may choose about the native libraries; they read it once, when they are loaded.</summary>
public static class RuntimeSettings
{
    /// <summary>Threads of a parallel loop or a tensor operation.</summary>
    public static int Threads { get; private set; } = Environment.ProcessorCount;

    /// <summary>Applies the choices; call it before anything loads libtorch.</summary>
    /// <param name="threads">Threads; null for one a processor.</param>
    /// <param name="reproducible">Whether MKL must take the same code path on every x86-64 machine.</param>
    public static void Apply(int? threads, bool reproducible)
    {
        if (threads is { } count)
        {
            Threads = count;
            string text = count.ToString(CultureInfo.InvariantCulture);
            NativeEnvironment.Set("OMP_NUM_THREADS", text);
            NativeEnvironment.Set("MKL_NUM_THREADS", text);
        }
        if (reproducible) NativeEnvironment.Set(NativeEnvironment.MklBranch, "COMPATIBLE");
    }
}
