using Residuum.Numerics;

namespace Residuum.Experiments.Methods;

/// <summary>The user, as far as a running verb can talk to one.</summary>
public interface IListener
{
    /// <summary>Takes reports of how far the work has come.</summary>
    IProgress<Progress> Progress { get; }

    /// <summary>Opens standard input.</summary>
    Stream OpenStandardInput();

    /// <summary>Shows a line.</summary>
    /// <param name="line">The line.</param>
    void Say(string line);

    /// <summary>Asks a question; false when nobody can answer.</summary>
    /// <param name="question">The question.</param>
    bool Confirm(string question);
}
