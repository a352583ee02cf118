using Residuum.Experiments.Methods;
using Residuum.Numerics;

namespace Residuum.Cli.Hosting;

/// <summary>Talks to the user on standard error.</summary>
internal sealed class Listener(bool quiet) : IListener
{
    private readonly ProgressLine? _line = quiet || Console.IsErrorRedirected ? null : new ProgressLine();

    public IProgress<Progress> Progress => _line ?? (IProgress<Progress>)Silent.Instance;

    public void Say(string line)
    {
        if (quiet) return;
        ClearProgress();
        Console.Error.WriteLine(line);
    }

    public bool Confirm(string question)
    {
        if (Console.IsInputRedirected || Console.IsErrorRedirected) return false;
        ClearProgress();
        Console.Error.Write($"{question}\nGo on? [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    public void ClearProgress() => _line?.Clear();

    private sealed class Silent : IProgress<Progress>
    {
        public static readonly Silent Instance = new();

        public void Report(Progress value)
        {
        }
    }
}
