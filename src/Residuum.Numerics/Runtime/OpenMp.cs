using System.Runtime.InteropServices;

namespace Residuum.Numerics.Runtime;

/// <summary>The environment variable by which the OpenMP library decides whether idle threads spin or sleep.</summary>
/// <remarks>Spinning threads on busy cores cost more than ten times; the library reads the variable once, when it is loaded.</remarks>
internal static partial class OpenMp
{
    /// <summary>The variable's name.</summary>
    public const string WaitPolicy = "OMP_WAIT_POLICY";

    /// <summary>Lets idle threads sleep, unless the user has decided.</summary>
    public static void SleepWhileIdle()
    {
        // On Unix .NET's own call changes only .NET's copy of the environment: the library would never see it.
        if (OperatingSystem.IsWindows()) SetInWindows();
        else _ = SetEnvironment(WaitPolicy, "passive", overwrite: 0);
    }

    /// <summary>Sets a variable so that native code sees it; libraries read theirs once, when they are loaded.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    public static void Set(string name, string value)
    {
        if (OperatingSystem.IsWindows()) Environment.SetEnvironmentVariable(name, value);
        else _ = SetEnvironment(name, value, overwrite: 1);
    }

    /// <summary>The variable as native code sees it; null where it is not set.</summary>
    public static string? Seen() =>
        OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable(WaitPolicy)
            : Marshal.PtrToStringUTF8(GetEnvironment(WaitPolicy));

    private static void SetInWindows()
    {
        if (Environment.GetEnvironmentVariable(WaitPolicy) is null) Environment.SetEnvironmentVariable(WaitPolicy, "passive");
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetEnvironment(string name);
}
