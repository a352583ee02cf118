using Residuum.Numerics.Options;

namespace Residuum.Discovery.Solvers;

/// <summary>How to run a solver of the user's own as a child process: protocol 1.</summary>
public sealed record ExternalSolverOptions
{
    /// <summary>Program and arguments, one a list item, with the placeholders {in} {out} {dt} {steps} {work}.</summary>
    [Option("Program and arguments, one a list item, with the placeholders {in} {out} {dt} {steps} {work}.", Source = "protocol 1")]
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Format of the files that the solver reads and writes.</summary>
    [Option("Format of the files that the solver reads and writes.", Source = "protocol 1")]
    public ExchangeFormat Format { get; init; } = ExchangeFormat.Netcdf;

    /// <summary>Longest internal time step; 0 takes one step per interval.</summary>
    [Option("Longest internal time step, in the model's unit of time; 0 takes one step per interval.", Range = "[0, inf)")]
    public double Step { get; init => field = Require.Declared(this, value); }

    /// <summary>States that a forecast starts from: 2 for a two-step scheme.</summary>
    [Option("States that a forecast starts from: 2 for a two-step scheme, oldest first and one interval apart.", Range = "[1, 4]", Source = "protocol 1")]
    public int Lags { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>Whether the solver adds a forcing to its equations.</summary>
    [Option("Whether the solver reads 'forcing' and adds it to its equations; otherwise found terms enter by splitting.", Source = "protocol 1")]
    public bool Forcing { get; init; }

    /// <summary>Order in time that the solver claims; the check compares with it.</summary>
    [Option("Order in time that the solver claims, compared by 'solver check'; 0 claims nothing.", Range = "[0, 12]")]
    public int Order { get; init => field = Require.Declared(this, value); }

    /// <summary>Internal steps per call once terms are added; 0 makes one call per interval.</summary>
    [Option("Internal steps per call once terms were added: 1 is the most accurate, 0 makes one call per interval and is the fastest.", Range = "[0, inf)")]
    public int StepsPerCall { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>Seconds after which a call is stopped.</summary>
    [Option("Time after which a call is stopped with all its child processes.", Range = "(0, 1000000]", Unit = "s")]
    public double TimeLimit { get; init => field = Require.Declared(this, value); } = 600;

    /// <summary>Calls that run at the same time; 0 takes one per processor.</summary>
    [Option("Calls that run at the same time; 0 takes one per processor.", Range = "[0, 4096]")]
    public int Slots { get; init => field = Require.Declared(this, value); }

    /// <summary>States in one call; 0 spreads them evenly over the slots.</summary>
    [Option("States in one call; 0 spreads them evenly over the slots.", Range = "[0, inf)")]
    public int StatesPerCall { get; init => field = Require.Declared(this, value); }

    /// <summary>Smallest share of members that must succeed.</summary>
    [Option("Share of the members that must succeed for the run to go on.", Range = "(0, 1]")]
    public double EnoughMembers { get; init => field = Require.Declared(this, value); } = 0.5;

    /// <summary>Largest magnitude of a valid state.</summary>
    [Option("A value beyond this magnitude means that the member blew up.", Range = "(0, inf)")]
    public double LargestValue { get; init => field = Require.Declared(this, value); } = 1e15;

    /// <summary>Which call folders stay after the run.</summary>
    [Option("Which of the call folders, with input and output files, stay after the run.")]
    public KeepCalls Keep { get; init; } = KeepCalls.Failed;
}

/// <summary>Format of the files between Residuum and a solver.</summary>
public enum ExchangeFormat
{
    /// <summary>netCDF classic (64-bit offset).</summary>
    Netcdf,

    /// <summary>A .npy array, with its attributes in a JSON file of the same name.</summary>
    Npy,
}

/// <summary>Which call folders stay.</summary>
public enum KeepCalls
{
    /// <summary>Only those of failed calls; of the others what the solver printed.</summary>
    Failed,

    /// <summary>All.</summary>
    All,
}
