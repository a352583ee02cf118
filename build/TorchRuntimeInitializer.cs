using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Residuum.Numerics.Runtime;

/// <summary>Linked into every assembly that references TorchSharp, so that none can reach it before the native libraries.</summary>
file static class TorchRuntimeInitializer
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It only subscribes to an event; libtorch stays unloaded until TorchSharp is used.")]
    internal static void Attach() => TorchRuntime.Attach();
}
