using Residuum.Experiments.Methods;
using Residuum.Numerics;

namespace Residuum.Cli.Hosting;

/// <summary>Talks to the user on standard error.</summary>
internal sealed class Listener(Streams streams, bool quiet) : IListener
{
    private readonly ProgressLine? _line = quiet || !streams.ErrorIsTerminal ? null : new ProgressLine(streams.Error);

    public IProgress<Progress> Progress => _line ?? (IProgress<Progress>)Silent.Instance;

    public void Say(string line)
    {
        if (quiet) return;
        ClearProgress();
        streams.Error.WriteLine(line);
    }

    public bool Confirm(string question)
    {
        if (!streams.InputIsTerminal || !streams.ErrorIsTerminal) return false;
        ClearProgress();
        streams.Error.Write($"{question}\nGo on? [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    public Stream OpenStandardInput() => streams.Input();

    public void ClearProgress() => _line?.Clear();

    private sealed class Silent : IProgress<Progress>
    {
        public static readonly Silent Instance = new();

        public void Report(Progress value)
        {
        }
    }
}
