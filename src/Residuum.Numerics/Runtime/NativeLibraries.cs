using System.Runtime.InteropServices;
using Residuum.Numerics.Errors;

namespace Residuum.Numerics.Runtime;

/// <summary>Where the native libraries lie: beside the application, or where its dependency file points.</summary>
internal static class NativeLibraries
{
    /// <summary>This system as packages name it, such as <c>linux-x64</c>; some builds of .NET would say <c>ubuntu.22.04-x64</c>.</summary>
    public static string System { get; } =
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + $"-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>File name on this system: <c>torch_cpu</c> is <c>libtorch_cpu.so</c>, <c>torch_cpu.dll</c> or <c>libtorch_cpu.dylib</c>.</summary>
    /// <param name="name">Plain name.</param>
    public static string FileName(string name) =>
        OperatingSystem.IsWindows() ? name + ".dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";

    /// <summary>Full path of a library, or null.</summary>
    /// <param name="name">Plain name.</param>
    public static string? Find(string name) =>
        Folders().Select(folder => Path.Combine(folder, FileName(name))).FirstOrDefault(File.Exists);

    /// <summary>Full path of a library.</summary>
    /// <param name="name">Plain name.</param>
    /// <exception cref="UserError">It is in none of the folders.</exception>
    public static string Locate(string name) =>
        Find(name) ?? throw new UserError(
            "a native library is missing", FileName(name), "in none of " + string.Join(", ", Folders()),
            remedy: $"reference the package libtorch-cpu-{System} in the application");

    private static IEnumerable<string> Folders()
    {
        string listed = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        return listed.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append(AppContext.BaseDirectory)
            .Append(Path.Combine(AppContext.BaseDirectory, "runtimes", System, "native"))
            .Distinct();
    }
}
