using System.Runtime.InteropServices;

namespace Residuum.Numerics.Runtime;

/// <summary>The environment variables that native libraries read once, when they are loaded or first used.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>Whether idle threads of OpenMP spin or sleep; spinning on busy cores costs more than ten times.</summary>
    public const string WaitPolicy = "OMP_WAIT_POLICY";

    /// <summary>The branch of MKL's conditional numerical reproducibility; without one its last bits depend on where an array lies in memory.</summary>
    /// <remarks>MKL's own call for it is refused once anything, torch included, has used MKL.</remarks>
    public const string MklBranch = "MKL_CBWR";

    /// <summary>What UCX, under many an MPICH, does at a signal; by default its older versions take over those that .NET needs for null references.</summary>
    public const string UcxErrors = "UCX_HANDLE_ERRORS";

    /// <summary>Lets idle threads sleep and MKL keep its bits, where the user has not decided; the automatic branch costs nothing measurable.</summary>
    public static void Prepare()
    {
        SetDefault(WaitPolicy, "passive");
        SetDefault(MklBranch, "AUTO");
    }

    /// <summary>Sets a variable so that native code sees it.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    public static void Set(string name, string value)
    {
        // On Unix .NET's own call changes only .NET's copy of the environment: the library would never see it.
        if (OperatingSystem.IsWindows()) Environment.SetEnvironmentVariable(name, value);
        else _ = SetEnvironment(name, value, overwrite: 1);
    }

    /// <summary>A variable as native code sees it; null where it is not set.</summary>
    public static string? Seen(string name) =>
        OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable(name)
            : Marshal.PtrToStringUTF8(GetEnvironment(name));

    /// <summary>Sets a variable for native code where the user has not.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    public static void SetDefault(string name, string value)
    {
        if (Seen(name) is null) Set(name, value);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetEnvironment(string name);
}
