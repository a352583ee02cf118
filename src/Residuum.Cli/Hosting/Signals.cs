using System.Runtime.InteropServices;

namespace Residuum.Cli.Hosting;

/// <summary>Turns Ctrl-C and SIGTERM into a cancelled token; work that does not stop within a second is ended.</summary>
internal sealed class Signals : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    public Signals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, Cli.Hosting.ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, Cli.Hosting.ExitCode.Terminated)),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Exit code of the signal that came; 0 when none did.</summary>
    public int ExitCode => _exitCode;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context, int exitCode)
    {
        context.Cancel = true;
        if (Interlocked.Exchange(ref _exitCode, exitCode) != 0) Environment.Exit(exitCode);
        ThreadPool.QueueUserWorkItem(_ =>
        {
            Thread.Sleep(Patience);
            Environment.Exit(exitCode);
        });
        _source.Cancel();
    }
}
