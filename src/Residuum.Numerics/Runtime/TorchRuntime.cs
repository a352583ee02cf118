using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Residuum.Numerics.Errors;

namespace Residuum.Numerics.Runtime;

/// <summary>Loads the native tensor library, also where the system's C++ library is a little older than TorchSharp asks for.</summary>
/// <remarks>TorchSharp's native part names the symbol version GLIBCXX_3.4.32 for a symbol that it never calls; Debian 12 and
/// Ubuntu 22.04 have 3.4.30, and their loader refuses the whole library. There, and only there, a copy whose entry is weak is loaded.</remarks>
public static class TorchRuntime
{
    private const string Bridge = "LibTorchSharp", UncalledVersion = "GLIBCXX_3.4.32";
    private static readonly Lock Loading = new();
    private static int _attached;
    private static nint _bridge;

    /// <summary>Libraries of libtorch that the bridge needs, in the order of loading.</summary>
    internal static IReadOnlyList<string> Torch { get; } = ["c10", "torch_cpu", "torch"];

    /// <summary>Path of TorchSharp's native part as it was loaded; null before.</summary>
    public static string? LoadedBridge { get; private set; }

    /// <summary>Whether the native part had to be changed for this system.</summary>
    public static bool BridgeWasWeakened { get; private set; }

    /// <summary>Full path of a native library of the application.</summary>
    /// <param name="name">Plain name, such as <c>torch_cpu</c>.</param>
    /// <exception cref="UserError">The application does not bring it.</exception>
    public static string LibraryPath(string name) => NativeLibraries.Locate(name);

    /// <summary>Lets idle OpenMP threads sleep and MKL keep its bits, unless the user set <c>OMP_WAIT_POLICY</c> or <c>MKL_CBWR</c>; call it before anything loads libtorch.</summary>
    public static void PrepareEnvironment() => NativeEnvironment.Prepare();

    /// <summary>Loads the native libraries as soon as TorchSharp itself is loaded, and not before.</summary>
    public static void Attach()
    {
        if (Interlocked.Exchange(ref _attached, 1) != 0) return;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += WaitForBridge;
        AppDomain.CurrentDomain.AssemblyLoad += static (_, loaded) => LoadFor(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) LoadFor(assembly);
    }

    /// <summary>Loads the native libraries now; does nothing the second time.</summary>
    /// <exception cref="UserError">A library is missing, or this system can not load it.</exception>
    public static void Load()
    {
        lock (Loading)
        {
            if (LoadedBridge is not null) return;
            PrepareEnvironment();
            string bridge = LibraryPath(Bridge);
            // First, and by path: the changed copy lies elsewhere, so its own search path would not find them.
            foreach (string name in Torch) _ = Open(LibraryPath(name));
            LoadedBridge = TryOpen(bridge, out _bridge) is { } refusal ? LoadWeakened(bridge, refusal) : bridge;
        }
    }

    private static void LoadFor(Assembly assembly)
    {
        if (assembly.GetName().Name != "TorchSharp") return;
        try
        {
            Load();
            // Without it each first call into the library would try the original again.
            NativeLibrary.SetDllImportResolver(assembly, static (name, _, _) => name == Bridge ? _bridge : 0);
        }
        catch (UserError failure)
        {
            GiveTheReason(assembly, failure);
        }
    }

    // While one thread loads the libraries in the event, another may already be inside TorchSharp: its search for them ends here, and waits.
    private static nint WaitForBridge(Assembly asking, string name)
    {
        if (asking.GetName().Name != "TorchSharp") return 0;
        try
        {
            Load();
            return name == Bridge ? _bridge : 0;
        }
        catch (UserError)
        {
            return NativeLibrary.GetMainProgramHandle(); // the resolver gives the reason
        }
    }

    // An exception in the event would vanish; TorchSharp's own loader would then copy 478 MB beside the application, in vain.
    // So its search is satisfied with the program itself, and the first call into the library gives the reason.
    private static void GiveTheReason(Assembly assembly, UserError failure)
    {
        AssemblyLoadContext.GetLoadContext(assembly)!.ResolvingUnmanagedDll +=
            (asking, _) => asking == assembly ? NativeLibrary.GetMainProgramHandle() : 0;
        NativeLibrary.SetDllImportResolver(assembly, (_, _, _) => throw failure);
    }

    private static string LoadWeakened(string bridge, DllNotFoundException refusal)
    {
        // The loader speaks the user's language; the version's name it leaves as it is.
        if (!OperatingSystem.IsLinux() || !refusal.Message.Contains(UncalledVersion, StringComparison.Ordinal))
            throw Unsupported(bridge, refusal);
        byte[] original = File.ReadAllBytes(bridge);
        byte[] weak = SymbolVersion.MakeWeak(original, UncalledVersion, bridge);
        string copy = LibraryCache.WithCopy(original, weak, Path.GetFileName(bridge), path => _bridge = Open(path));
        BridgeWasWeakened = true;
        return copy;
    }

    private static nint Open(string path) =>
        TryOpen(path, out nint library) is { } refusal ? throw Unsupported(path, refusal) : library;

    private static DllNotFoundException? TryOpen(string path, out nint library)
    {
        library = 0;
        try
        {
            library = NativeLibrary.Load(path);
            return null;
        }
        catch (DllNotFoundException refusal)
        {
            return refusal;
        }
    }

    private static UserError Unsupported(string path, DllNotFoundException refusal) =>
        new("this system can not load the library", path, refusal.Message.Split('\n').Last(line => line.Length > 0), SystemCheck.Needed,
            "run `residuum doctor`", refusal);
}
