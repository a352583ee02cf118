using System.CommandLine;
using System.CommandLine.Invocation;

namespace Residuum.Cli.CommandLine;

/// <summary>Shows the help page of the command that was named.</summary>
internal sealed class HelpPageAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpPage(parseResult.InvocationConfiguration.Output).Write(parseResult.CommandResult);
        return 0;
    }
}
