namespace Residuum.Experiments.Runs;

/// <summary>Whether a run is finished.</summary>
public enum RunState
{
    /// <summary>Finished: every file is there.</summary>
    Complete,

    /// <summary>Not finished and at rest: it can be resumed.</summary>
    Partial,

    /// <summary>Not finished; a process is at work on it.</summary>
    Running,
}

/// <summary>A run in a store.</summary>
/// <param name="Record">What its <c>run.json</c> says.</param>
/// <param name="State">Whether it is finished.</param>
/// <param name="Path">Its folder.</param>
public sealed record RunEntry(RunRecord Record, RunState State, string Path);
