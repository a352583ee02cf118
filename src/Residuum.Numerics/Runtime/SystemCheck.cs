using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Residuum.Numerics.Runtime;

/// <summary>Whether the system's own libraries are new enough for libtorch.</summary>
/// <param name="System">Operating system.</param>
/// <param name="Architecture">Processor architecture of the process.</param>
/// <param name="Glibc">Version of the C library; null outside Linux with glibc.</param>
/// <param name="LibStdCxx">Newest symbol version of the C++ library, such as <c>GLIBCXX_3.4.30</c>; null outside Linux.</param>
public sealed partial record SystemCheck(string System, string Architecture, string? Glibc, string? LibStdCxx)
{
    internal const string Needed = "linux-x64 with glibc >= 2.34 and libstdc++ of GCC >= 12, win-x64 or osx-arm64";
    private static readonly Version OldestGlibc = new(2, 34), OldestLibStdCxx = new(3, 4, 30);

    /// <summary>Looks at this system.</summary>
    public static SystemCheck Here() => new(
        RuntimeInformation.OSDescription, RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(), GlibcVersion(), NewestSymbolVersion());

    /// <summary>Why libtorch can not run here, in words; null where it can.</summary>
    public string? Problem() => NativeLibraries.System switch
    {
        "win-x64" or "osx-arm64" => null,
        _ when !OperatingSystem.IsLinux() || Architecture != "x64" => $"no libtorch for {NativeLibraries.System}; supported: {Needed}",
        _ when Glibc is null => $"the C library is not glibc; supported: {Needed}",
        _ when IsOlder(Glibc, OldestGlibc) => $"glibc {Glibc} is too old; supported: {Needed}",
        _ when LibStdCxx is not null && IsOlder(LibStdCxx["GLIBCXX_".Length..], OldestLibStdCxx) =>
            $"the C++ library stops at {LibStdCxx}, as on RHEL 9, and libtorch calls GLIBCXX_{OldestLibStdCxx}; supported: {Needed}",
        _ => null,
    };

    private static bool IsOlder(string found, Version oldest) => Version.TryParse(found, out var version) && version < oldest;

    private static string? GlibcVersion()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out nint libc)) return null;
        return NativeLibrary.TryGetExport(libc, "gnu_get_libc_version", out nint version) ? Text(version) : null;
    }

    private static unsafe string? Text(nint function) => Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)function)());

    // The .NET runtime itself has the C++ library loaded, so the process map names the file that counts.
    private static string? NewestSymbolVersion()
    {
        if (!OperatingSystem.IsLinux()) return null;
        string? path = ProcessMap.Find("libstdc++.so");
        if (path is null || !File.Exists(path)) return null;
        string text = global::System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path));
        return VersionName().Matches(text).Select(match => match.Value)
            .MaxBy(name => Version.Parse(name["GLIBCXX_".Length..]));
    }

    [GeneratedRegex(@"GLIBCXX_3\.4\.\d{1,4}(?=\0)")]
    private static partial Regex VersionName();
}
