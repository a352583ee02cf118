namespace Residuum.Cli.Hosting;

/// <summary>Where the tool reads and writes: the console, or a test's texts.</summary>
/// <param name="Output">Data.</param>
/// <param name="Error">Talk and errors.</param>
/// <param name="Input">Opens standard input.</param>
/// <param name="OutputIsTerminal">Whether a person reads the data.</param>
/// <param name="ErrorIsTerminal">Whether a person reads the talk.</param>
/// <param name="InputIsTerminal">Whether a person can answer.</param>
internal sealed record Streams(TextWriter Output, TextWriter Error, Func<Stream> Input, bool OutputIsTerminal, bool ErrorIsTerminal, bool InputIsTerminal)
{
    /// <summary>The console.</summary>
    public static Streams OfConsole() => new(
        Console.Out, Console.Error, Console.OpenStandardInput, !Console.IsOutputRedirected, !Console.IsErrorRedirected, !Console.IsInputRedirected);
}
