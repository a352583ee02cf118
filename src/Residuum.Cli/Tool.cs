using System.CommandLine;
using Residuum.Cli.CommandLine;
using Residuum.Cli.Hosting;
using Residuum.Experiments.Options;

namespace Residuum.Cli;

/// <summary>From a command line to an exit code.</summary>
internal static class Tool
{
    public static int Run(IReadOnlyList<string> typed, Streams streams)
    {
        bool debug = typed.Contains("--debug");
        try
        {
            // A bare --resume must not take the word after it.
            string[] arguments = [.. typed.Select(argument => argument == "--resume" ? $"--resume={VerbFlags.LatestRun}" : argument)];
            if (arguments.Length == 0) arguments = ["--help"];
            var parse = Parse(arguments);
            if (Redirection.Of(parse, arguments) is { } elsewhere) (arguments, parse) = (elsewhere, Parse(elsewhere));
            return Run(parse, arguments, streams);
        }
        catch (Exception error)
        {
            return Fail(error, debug, streams);
        }
    }

    private static ParseResult Parse(string[] arguments) =>
        CommandTree.Build(arguments).Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });

    private static int Run(ParseResult parse, string[] arguments, Streams streams)
    {
        bool asksForText = parse.Action is HelpPageAction || arguments[0] == "--version" || arguments[0].StartsWith("[suggest", StringComparison.Ordinal);
        if (asksForText) return parse.Invoke(new InvocationConfiguration { Output = streams.Output, Error = streams.Error });
        if (UsageCheck.Find(parse, arguments) is { } mistake) throw mistake;
        var global = OptionBinder.Bind<GlobalOptions>(null, CommandTree.GlobalFlags.Read(parse));
        var command = (VerbCommand)parse.CommandResult.Command;
        using var signals = new Signals();
        try
        {
            return new VerbHost(command, parse, global, streams).Run(signals.Token);
        }
        catch (Exception) when (signals.ExitCode != 0)
        {
            streams.Error.WriteLine(command.Verb.HasResume ? "residuum: interrupted; the same command with --resume goes on" : "residuum: interrupted");
            return signals.ExitCode;
        }
    }

    private static int Fail(Exception error, bool debug, Streams streams)
    {
        streams.Error.WriteLine($"residuum: {Failure.Text(error, debug)}");
        return Failure.ExitCodeOf(error);
    }
}
