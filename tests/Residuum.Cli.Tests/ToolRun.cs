using System.Text;
using Residuum.Cli.Hosting;

namespace Residuum.Cli.Tests;

/// <summary>What the tool answered: in this process, or as a process of its own.</summary>
public sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs the tool in this process: quick enough to walk all commands.</summary>
    public static ToolRun Here(string[] arguments, string input = "")
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var streams = new Streams(output, error, () => new MemoryStream(Encoding.UTF8.GetBytes(input)), false, false, false);
        int exitCode = Tool.Run(arguments, streams);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
