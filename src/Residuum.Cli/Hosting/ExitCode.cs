namespace Residuum.Cli.Hosting;

/// <summary>What the tool's exit code says.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The work failed.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage or input.</summary>
    public const int Usage = 2;

    /// <summary>A gate does not hold, or a corrected model fails its held-out validation.</summary>
    public const int DoesNotHold = 3;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM.</summary>
    public const int Terminated = 143;
}
