using System.Diagnostics;
using System.Runtime.InteropServices;
using Residuum.Numerics.Collectives;
using Residuum.Numerics.Errors;

namespace Residuum.Numerics.Tests.Collectives;

/// <summary>What a rank that a test starts does: WHAT, the choice of MPI, the folder of the beats, the time-out.</summary>
internal static partial class MpiProbe
{
    public const string Word = "mpi-probe";
    private const int Stop = 19; // SIGSTOP of Linux

    public static int Run(string[] arguments)
    {
        var options = new MpiOptions
        {
            Report = Console.Error.WriteLine,
            Mpi = Enum.Parse<MpiChoice>(arguments[1]),
            BeatFolder = arguments[2],
            TimeOut = double.Parse(arguments[3]),
            MessageBytes = arguments[0] == "split" ? 500 : 1 << 30,
        };
        try
        {
            return MpiJob.Run(options, ranks => Act(arguments[0], ranks));
        }
        catch (UserError error)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }

    private static int Act(string what, ICollectives ranks)
    {
        ranks.Barrier();
        bool failing = ranks.Rank == 1;
        if (what == "throw" && failing) throw new NotSupportedException("thrown by the probe");
        if (what == "refuse" && failing) throw new UserError("refused by the probe");
        if (what == "kill" && failing) Process.GetCurrentProcess().Kill();
        if (what == "stop" && failing) _ = Signal(Environment.ProcessId, Stop);
        if (what == "return" && failing) return 7;
        if (what is "laws" or "split") Laws(ranks);
        if (what == "time") MpiTiming.Print(ranks);
        ranks.Barrier();
        return 0;
    }

    private static void Laws(ICollectives ranks)
    {
        CollectiveLaws.Hold(ranks, 1000);
        string digest = OrderedSumProbe.Digest(ranks);
        Assert.Throws<NullReferenceException>(() => ((string?)null)!.Length); // MPI has left the signals of .NET alone
        if (ranks is InProcessCollectives) Assert.DoesNotContain("libmpi", File.ReadAllText("/proc/self/maps"));
        if (ranks.Rank == 0) Console.WriteLine($"{ranks.GetType().Name} {ranks.Size} {digest}");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
