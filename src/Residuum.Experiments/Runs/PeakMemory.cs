using System.Diagnostics;
using System.Globalization;

namespace Residuum.Experiments.Runs;

/// <summary>The largest resident memory of this process.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    /// <summary>VmHWM where the system has it, else what the runtime tells; null if neither does.</summary>
    public static long? Bytes()
    {
        if (File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line)
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 > 0 ? process.PeakWorkingSet64 : null;
    }
}
