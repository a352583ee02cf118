using Residuum.Numerics.Errors;

namespace Residuum.Cli.Hosting;

/// <summary>What an exception means to the user: an exit code and one line.</summary>
internal static class Failure
{
    public static int ExitCodeOf(Exception error) =>
        error is UserError or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException ? ExitCode.Usage : ExitCode.Failed;

    /// <summary>One line; everything, with the stack, when debugging.</summary>
    public static string Text(Exception error, bool debug)
    {
        if (debug) return error.ToString();
        string line = error.Message.ReplaceLineEndings(" ").Trim();
        return error is UserError or NonFiniteException ? line : $"{line} ({error.GetType().Name}; --debug shows where)";
    }
}
