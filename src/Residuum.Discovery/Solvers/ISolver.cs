using Residuum.Discovery.Libraries;

namespace Residuum.Discovery.Solvers;

/// <summary>A working solver, built in or the user's own: all that MEDIDA needs of a model.</summary>
public interface ISolver
{
    /// <summary>Layout of its states.</summary>
    StateLayout Layout { get; }

    /// <summary>States that a forecast starts from: 1, or 2 for a two-step scheme (the older one first).</summary>
    int Lags { get; }

    /// <summary>Where terms added by <see cref="WithTerms"/> enter; the report says which.</summary>
    TermEntry Entry { get; }

    /// <summary>Advances every member from its newest state by an interval.</summary>
    /// <param name="starts"><see cref="Lags"/> batches of equal size, oldest first, one interval apart.</param>
    /// <param name="interval">Time from the newest start to the forecast; above 0.</param>
    /// <param name="cancel">Stops the work.</param>
    Forecast Run(IReadOnlyList<StateBatch> starts, double interval, CancellationToken cancel = default);

    /// <summary>This solver with terms added to the right-hand side of its equations.</summary>
    /// <param name="terms">Terms, their coefficients and the field whose equation each enters.</param>
    ISolver WithTerms(IReadOnlyList<AddedTerm> terms);
}

/// <summary>Where an added term enters a solver.</summary>
public enum TermEntry
{
    /// <summary>Inside each internal step, as part of the equation or as a forcing.</summary>
    InsideStep,

    /// <summary>By Strang splitting around the solver's step: half before, half after.</summary>
    Splitting,
}

/// <summary>A term on the right-hand side of one field's equation.</summary>
/// <param name="Term">The term.</param>
/// <param name="Coefficient">Its coefficient, in the units of the equation over those of the term.</param>
/// <param name="Field">Index of the field whose tendency it adds to.</param>
public sealed record AddedTerm(Term Term, double Coefficient, int Field = 0);

/// <summary>What a solver returned.</summary>
/// <param name="States">Forecast states; a failed member's values are NaN.</param>
/// <param name="Failures">Members that failed, with the reason.</param>
public sealed record Forecast(StateBatch States, IReadOnlyList<MemberFailure> Failures);

/// <summary>A member whose forecast failed.</summary>
/// <param name="Member">Member, from 0.</param>
/// <param name="Reason">What happened, in words; a child's standard error where there is one.</param>
public sealed record MemberFailure(int Member, string Reason);
