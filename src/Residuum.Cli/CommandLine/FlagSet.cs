using System.CommandLine;
using Residuum.Experiments.Options;

namespace Residuum.Cli.CommandLine;

/// <summary>The flags of declared options: adds them to a command and reads back what was given, as text.</summary>
internal sealed class FlagSet
{
    private readonly List<(OptionDeclaration Declaration, Option Flag)> _flags;

    public FlagSet(IEnumerable<OptionDeclaration> options, bool recursive = false) =>
        _flags = [.. options.Select(option => (option, Flag(option, recursive)))];

    public IEnumerable<OptionDeclaration> Declarations => _flags.Select(flag => flag.Declaration);

    public void AddTo(Command command)
    {
        foreach (var (_, flag) in _flags) command.Options.Add(flag);
    }

    /// <summary>Values of the flags that were given, for <see cref="OptionBinder"/>.</summary>
    public Dictionary<string, IReadOnlyList<string>> Read(ParseResult parse)
    {
        var given = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (declaration, flag) in _flags)
        {
            if (parse.GetResult(flag) is not { Implicit: false } result) continue;
            string[] values = [.. result.Tokens.Select(token => token.Value)];
            given[declaration.FlagName] = values.Length > 0 ? values : ["true"];
        }
        return given;
    }

    private static Option Flag(OptionDeclaration option, bool recursive)
    {
        string name = $"--{option.FlagName}";
        if (option is { Kind: OptionKind.Switch, Shape: OptionShape.Single })
            return new Option<bool?>(name) { Arity = ArgumentArity.ZeroOrOne, Recursive = recursive, Description = option.Summary };
        var flag = new Option<string[]>(name) { Arity = ArgumentArity.OneOrMore, Recursive = recursive, Description = option.Summary };
        if (option.Choices.Count > 0) flag.CompletionSources.Add([.. option.Choices]);
        return flag;
    }
}
