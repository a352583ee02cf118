using System.Diagnostics;
using Residuum.Numerics;

namespace Residuum.Cli.Hosting;

/// <summary>One line on the terminal's standard error: stage, done part, time left; from the second second on.</summary>
internal sealed class ProgressLine(TextWriter terminal) : IProgress<Progress>
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1), Refresh = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _shownAt;
    private int _width;

    public void Report(Progress value)
    {
        lock (_lock)
        {
            var now = _watch.Elapsed;
            if (now < Silence || now - _shownAt < Refresh) return;
            _shownAt = now;
            Show(Text(value, now));
        }
    }

    /// <summary>Takes the line off the terminal, so that other text can stand there.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (_width > 0) Show("");
            _width = 0;
        }
    }

    internal static string Text(Progress progress, TimeSpan elapsed)
    {
        if (!(progress.Fraction > 0 && progress.Fraction <= 1)) return progress.Stage;
        double left = elapsed.TotalSeconds * (1 - progress.Fraction) / progress.Fraction;
        string time = left < 90 ? $"{left:0} s" : left < 5400 ? $"{left / 60:0} min" : $"{left / 3600:0.0} h";
        return $"{progress.Stage}  {100 * progress.Fraction:0} %  about {time} left";
    }

    private void Show(string text)
    {
        int limit = Math.Max(20, Console.WindowWidth - 1);
        if (text.Length > limit) text = text[..limit];
        terminal.Write($"\r{text.PadRight(_width)}\r{text}");
        _width = text.Length;
    }
}
