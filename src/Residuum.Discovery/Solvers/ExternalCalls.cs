using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Solvers;

/// <summary>Makes single calls of the child program, each in a folder of its own under the work folder.</summary>
/// <param name="options">How to call it.</param>
/// <param name="projectFolder">The child's working folder, and where a relative program path starts.</param>
/// <param name="workFolder">Where the call folders go.</param>
internal sealed class ExternalCalls(ExternalSolverOptions options, string projectFolder, string workFolder)
{
    private readonly ExternalCommand _command = new(options.Command);
    private readonly ExternalExchange _exchange = ExternalExchange.For(options.Format);
    private int _calls, _numbers;

    /// <summary>Calls made so far.</summary>
    public int Count => _calls;

    /// <summary>Threads for each child where the user set none, so that parallel calls do not fight for the processors.</summary>
    private int ThreadsPerCall => options.Slots > 0 ? Math.Max(1, Environment.ProcessorCount / options.Slots) : 1;

    /// <summary>Calls the child once.</summary>
    /// <param name="request">What goes in.</param>
    /// <param name="cancel">Kills the child.</param>
    /// <returns>The states, or why there are none.</returns>
    /// <exception cref="UserError">The program can not be started, or the work folder can not be written.</exception>
    public async Task<(StateBatch? States, string? Fault)> CallAsync(ExternalRequest request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        string folder = NextFolder();
        string input = Path.Combine(folder, "in" + _exchange.Extension), output = Path.Combine(folder, "out" + _exchange.Extension);
        Prepare(folder, input, request);
        var words = _command.Fill(Placeholders(request, folder, input, output));
        var (fault, stderr) = await ExternalProcess.RunAsync(words, Path.GetFullPath(projectFolder), folder, TimeSpan.FromSeconds(options.TimeLimit), ThreadsPerCall, cancel).ConfigureAwait(false);
        StateBatch? states = null;
        if (fault is null) (states, fault) = Read(output, request);
        if (fault is not null) return (null, $"{fault}; {(stderr.Length == 0 ? "it wrote nothing on stderr" : $"stderr: {stderr}")}");
        if (options.Keep == KeepCalls.Failed) Clean(folder);
        return (states, null);
    }

    /// <summary>A folder that no earlier call has: the child of a run that was killed may still write into its own.</summary>
    private string NextFolder()
    {
        while (true)
        {
            int number = Interlocked.Increment(ref _numbers);
            string folder = Path.Combine(Path.GetFullPath(workFolder), string.Create(CultureInfo.InvariantCulture, $"call-{number:d6}"));
            if (Directory.Exists(folder)) continue;
            Interlocked.Increment(ref _calls);
            return folder;
        }
    }

    private void Prepare(string folder, string input, ExternalRequest request)
    {
        try
        {
            Directory.CreateDirectory(folder);
            _exchange.Write(input, request);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError("the solver's input can not be written", folder, error.Message, remedy: "give a work folder with free space", inner: error);
        }
    }

    private (StateBatch?, string?) Read(string output, ExternalRequest request)
    {
        try
        {
            return (_exchange.Read(output, request), null);
        }
        catch (UserError error)
        {
            return (null, $"ended with exit code 0, but {error.Message}");
        }
    }

    private static Dictionary<string, string> Placeholders(ExternalRequest request, string folder, string input, string output) => new()
    {
        ["in"] = input,
        ["out"] = output,
        ["dt"] = request.Step.ToString("R", CultureInfo.InvariantCulture),
        ["steps"] = request.Steps.ToString(CultureInfo.InvariantCulture),
        ["work"] = folder,
    };

    /// <summary>Of a good call only what the child printed stays; a silent one leaves nothing.</summary>
    private static void Clean(string folder)
    {
        foreach (string path in Directory.EnumerateFileSystemEntries(folder))
        {
            if (Path.GetFileName(path) is "stdout.txt" or "stderr.txt") continue;
            if (File.GetAttributes(path).HasFlag(FileAttributes.Directory)) Directory.Delete(path, recursive: true);
            else File.Delete(path);
        }
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }
}
