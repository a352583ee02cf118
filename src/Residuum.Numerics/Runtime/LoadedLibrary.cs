namespace Residuum.Numerics.Runtime;

/// <summary>A native library of the tensor runtime.</summary>
/// <param name="Name">Plain name.</param>
/// <param name="Path">File that it was loaded from.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Note">What was done to it; empty for nothing.</param>
public sealed record LoadedLibrary(string Name, string Path, long Bytes, string Note)
{
    /// <summary>The libraries of the tensor runtime that are loaded.</summary>
    public static IReadOnlyList<LoadedLibrary> OfTorch() =>
    [
        .. TorchRuntime.Torch.Select(name => Of(name, TorchRuntime.LibraryPath(name), "")),
        .. TorchRuntime.LoadedBridge is { } bridge
            ? [Of("LibTorchSharp", bridge, TorchRuntime.BridgeWasWeakened ? "copy whose requirement of GLIBCXX_3.4.32 is weak" : "")]
            : Array.Empty<LoadedLibrary>(),
    ];

    // Builds link to the package cache: what counts is the file behind the link.
    private static LoadedLibrary Of(string name, string path, string note)
    {
        var file = new FileInfo(path);
        var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return new LoadedLibrary(name, target.FullName, target.Exists ? target.Length : 0, note);
    }
}
