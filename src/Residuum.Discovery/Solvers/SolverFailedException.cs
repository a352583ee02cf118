namespace Residuum.Discovery.Solvers;

/// <summary>A solver failed for so many members that the run can not go on.</summary>
/// <remarks>The tool ends with exit code 1: the input was accepted, the work failed.</remarks>
public sealed class SolverFailedException : Exception
{
    /// <summary>Names the members and the reason of the first.</summary>
    /// <param name="members">Members that were asked for.</param>
    /// <param name="failures">Members that failed.</param>
    public SolverFailedException(int members, IReadOnlyList<MemberFailure> failures)
        : base(Text(members, failures)) => Failures = failures;

    /// <summary>Members that failed.</summary>
    public IReadOnlyList<MemberFailure> Failures { get; }

    private static string Text(int members, IReadOnlyList<MemberFailure> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        var first = failures[0];
        return $"the solver failed for {failures.Count} of {members} members; member {first.Member} {first.Reason}";
    }
}
