using System.CommandLine;
using Residuum.Experiments.Methods;

namespace Residuum.Cli.CommandLine;

/// <summary>The command of a verb: its inputs as arguments, its options as flags.</summary>
internal sealed class VerbCommand : Command
{
    private readonly List<(Input Input, Argument Argument)> _inputs;

    public VerbCommand(string name, Verb verb)
        : base(name, verb.Summary)
    {
        Verb = verb;
        OptionFlags = new FlagSet(verb.Schema.Flags);
        HostFlags = new FlagSet(VerbFlags.For(verb));
        _inputs = [.. verb.Inputs.Select(input => (input, Argument(input)))];
        foreach (var (_, argument) in _inputs) Arguments.Add(argument);
        OptionFlags.AddTo(this);
        HostFlags.AddTo(this);
    }

    public Verb Verb { get; }

    /// <summary>The verb's own options.</summary>
    public FlagSet OptionFlags { get; }

    /// <summary>The host's options that this verb has.</summary>
    public FlagSet HostFlags { get; }

    /// <summary>Values of the inputs that were given, by name.</summary>
    public Dictionary<string, IReadOnlyList<string>> ReadInputs(ParseResult parse)
    {
        var given = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (input, argument) in _inputs)
        {
            if (parse.GetResult(argument) is { Tokens.Count: > 0 } result)
                given[input.Name] = [.. result.Tokens.Select(token => token.Value)];
        }
        return given;
    }

    private static Argument Argument(Input input)
    {
        int least = input.IsOptional ? 0 : 1;
        Argument argument = input.IsMany
            ? new Argument<string[]>(input.Name) { Arity = new ArgumentArity(least, 10_000) }
            : new Argument<string>(input.Name) { Arity = new ArgumentArity(least, 1) };
        argument.Description = input.Summary;
        argument.HelpName = input.Name.ToUpperInvariant();
        if (input.Choices is { } choices) argument.CompletionSources.Add(_ => choices());
        return argument;
    }
}
