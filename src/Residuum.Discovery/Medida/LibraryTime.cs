namespace Residuum.Discovery;

/// <summary>At which time the library's columns are evaluated.</summary>
public enum LibraryTime
{
    /// <summary>Trapezoid for clean data, balanced for noisy data.</summary>
    Auto,

    /// <summary>At the end of the step, as published.</summary>
    End,

    /// <summary>At the start of the step.</summary>
    Start,

    /// <summary>The mean of both: second order in the step.</summary>
    Trapezoid,

    /// <summary>Both, weighted mode by mode by the model's propagator, so that noise in the columns and in the increment does not correlate.</summary>
    Balanced,

    /// <summary>The solver's own answer to a small forcing by the term: no bias of the step in one pass.</summary>
    SolverConsistent,
}
