using System.ComponentModel;
using System.Globalization;
using CliWrap;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Solvers;

/// <summary>Runs one child process with a time limit; both of its streams are kept.</summary>
internal static class ExternalProcess
{
    private const int SignalBase = 128; // exit code of a process killed by a signal, as the runtime and the shells report it
    private const int KillSignal = 9;
    private const string ThreadVariable = "OMP_NUM_THREADS"; // OpenBLAS and MKL heed it too

    /// <summary>Runs the child to its end.</summary>
    /// <param name="words">Program and arguments.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="logs">Folder for <c>stdout.txt</c> and <c>stderr.txt</c>.</param>
    /// <param name="timeLimit">When its process tree is killed.</param>
    /// <param name="threads">OpenMP threads for it, unless the user's environment says a number.</param>
    /// <param name="cancel">Kills the process tree as well.</param>
    /// <returns>Nothing when the child said that it is done; otherwise what happened, in words; and the end of its stderr.</returns>
    /// <exception cref="UserError">The program can not be started.</exception>
    public static async Task<(string? Fault, string Stderr)> RunAsync(IReadOnlyList<string> words, string folder, string logs, TimeSpan timeLimit, int threads, CancellationToken cancel)
    {
        await using var output = new ExternalOutputLog(Path.Combine(logs, "stdout.txt"));
        await using var error = new ExternalOutputLog(Path.Combine(logs, "stderr.txt"));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeLimit);
        try
        {
            var result = await Cli.Wrap(ExternalCommand.Locate(words[0], folder))
                .WithArguments(words.Skip(1))
                .WithWorkingDirectory(folder)
                .WithEnvironmentVariables(variables => variables.Set(ThreadVariable, Environment.GetEnvironmentVariable(ThreadVariable) ?? threads.ToString(CultureInfo.InvariantCulture)))
                .WithStandardOutputPipe(PipeTarget.ToStream(output))
                .WithStandardErrorPipe(PipeTarget.ToStream(error))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(limit.Token)
                .ConfigureAwait(false);
            return (result.ExitCode == 0 ? null : Ended(result.ExitCode), error.Tail);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            string seconds = timeLimit.TotalSeconds.ToString("G4", CultureInfo.InvariantCulture);
            return ($"was stopped at the time limit of {seconds} s", error.Tail);
        }
        catch (Win32Exception failure)
        {
            throw new UserError("the solver can not be started", "command", $"'{words[0]}': {failure.Message}", remedy: "give the path of a program that can be executed", inner: failure);
        }
    }

    private static string Ended(int exitCode) => exitCode switch
    {
        SignalBase + KillSignal => "was killed by signal 9 (was memory short?)",
        > SignalBase and < SignalBase + 65 => $"was killed by signal {exitCode - SignalBase}",
        _ => $"ended with exit code {exitCode}",
    };
}
