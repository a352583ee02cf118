using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Residuum.Benchmarks;

/// <summary>A peer as a child process: it holds the shared input, and does one measurement for each line it is sent.</summary>
public sealed class PeerProcess : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts a peer with as many threads as ours.</summary>
    /// <param name="program">Path of the Python program.</param>
    /// <param name="input">Folder of the shared input.</param>
    /// <param name="threads">Threads of its BLAS.</param>
    public PeerProcess(string program, string input, int threads)
    {
        string python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var start = new ProcessStartInfo(python, [program, input]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["OPENBLAS_NUM_THREADS"] = $"{threads}";
        start.Environment.Remove("OPENBLAS_CORETYPE"); // the peer at its best: its own choice of kernels
        _process = Process.Start(start)!;
        About = Answer().GetProperty("peer").GetString()!;
    }

    /// <summary>What the peer says of itself: versions and BLAS.</summary>
    public string About { get; }

    /// <summary>Seconds of one repetition, and the number that both sides must agree on.</summary>
    /// <param name="work">The peer's name of the work.</param>
    /// <param name="repetitions">Times that it is done.</param>
    public (double Seconds, double Check) Measure(string work, int repetitions)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work} {repetitions}"));
        _process.StandardInput.Flush();
        var answer = Answer();
        return (answer.GetProperty("seconds").GetDouble(), answer.GetProperty("check").GetDouble());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private JsonElement Answer()
    {
        string line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the peer ended: its error stands above");
        using var json = JsonDocument.Parse(line);
        return json.RootElement.Clone();
    }
}
