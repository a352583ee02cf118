using System.CommandLine;
using Residuum.Cli.CommandLine;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Runtime;

namespace Residuum.Cli.Hosting;

/// <summary>Runs a verb: binds its options, gives it its surroundings, shows its result.</summary>
internal sealed class VerbHost(VerbCommand command, ParseResult parse, GlobalOptions global, Streams streams)
{
    public int Run(CancellationToken cancel)
    {
        var verb = command.Verb;
        var host = OptionBinder.Bind<VerbFlags>(null, command.HostFlags.Read(parse));
        if (host.Schema)
        {
            streams.Output.WriteLine(JsonOutput.Text(OptionJsonSchema.For(verb.Schema, verb.Summary)));
            return ExitCode.Done;
        }
        var inputs = command.ReadInputs(parse);
        CheckFiles(verb, inputs);
        string? file = OptionsFile(verb, inputs) ?? host.Options;
        object options = OptionBinder.Bind(verb.Schema, file is null ? null : Read(file), command.OptionFlags.Read(parse));
        RuntimeSettings.Apply(global.Threads, global.Reproducible);
        var listener = new Listener(streams, global.Quiet);
        var run = new VerbRun(inputs, Settings(host), listener) { Command = string.Join(' ', parse.Tokens.Select(token => token.Value)), OptionsFile = file };
        try
        {
            return Show(verb.Invoke(options, run, cancel));
        }
        finally
        {
            listener.ClearProgress();
        }
    }

    private int Show(object result)
    {
        var readable = result as IVerbResult;
        if (global.Json || readable is null) streams.Output.WriteLine(JsonOutput.Text(readable?.ToJson() ?? result));
        else readable.Write(streams.OutputIsTerminal ? new TerminalPage() : new PlainPage(streams.Output));
        return readable?.Outcome() switch
        {
            Outcome.Failed => ExitCode.Failed,
            Outcome.DoesNotHold => ExitCode.DoesNotHold,
            _ => ExitCode.Done,
        };
    }

    private VerbSettings Settings(VerbFlags host) => new()
    {
        Seed = global.Seed,
        RunsFolder = global.Runs,
        DataFolder = global.Data,
        DryRun = host.DryRun,
        Resume = host.Resume is VerbFlags.LatestRun ? "" : host.Resume,
        Trust = host.Trust,
        Tool = Tool(),
    };

    /// <summary>The program beside this assembly, or .NET with the assembly itself.</summary>
    private static string[] Tool()
    {
        string program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "residuum.exe" : "residuum");
        return File.Exists(program) ? [program] : ["dotnet", Path.Combine(AppContext.BaseDirectory, "residuum.dll")];
    }

    private static string? OptionsFile(Verb verb, Dictionary<string, IReadOnlyList<string>> inputs) =>
        verb.Inputs.FirstOrDefault(input => input.Kind == InputKind.Options) is { } input && inputs.TryGetValue(input.Name, out var paths) ? paths[0] : null;

    private OptionMapping Read(string file) =>
        file == "-" ? OptionFile.Read(streams.Input(), "standard input") : OptionFile.Read(file);

    private static void CheckFiles(Verb verb, Dictionary<string, IReadOnlyList<string>> inputs)
    {
        foreach (var input in verb.Inputs.Where(input => input.Kind == InputKind.File && inputs.ContainsKey(input.Name)))
        {
            foreach (string path in inputs[input.Name].Where(path => path != "-" && !Path.Exists(path)))
                throw new UserError("no such file", path, expected: input.Summary);
        }
    }
}
