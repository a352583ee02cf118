using Residuum.Numerics.Errors;

namespace Residuum.Numerics.Collectives;

/// <summary>Runs a program as one rank of the job that a launcher started.</summary>
public static class MpiJob
{
    /// <summary>Runs the work of this rank; without a launcher it is the only one, and MPI is not loaded.</summary>
    /// <param name="options">How it takes part.</param>
    /// <param name="work">The work; what it throws is reported in one line and ends all ranks, for they would wait for this one.</param>
    /// <returns>What the work returned, to be the exit code.</returns>
    /// <exception cref="UserError">The library is missing, or belongs to another launcher.</exception>
    public static int Run(MpiOptions options, Func<ICollectives, int> work)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(work);
        if (MpiLauncher.Detect(options.Mpi) is not { } launcher)
        {
            using var single = InProcessCollectives.Single;
            return work(single);
        }
        var ranks = MpiCollectives.Start(launcher, options);
        int code = Work(ranks, work);
        ranks.Dispose();
        return code;
    }

    private static int Work(MpiCollectives ranks, Func<ICollectives, int> work)
    {
        try
        {
            return work(ranks);
        }
        catch (Exception error)
        {
            ranks.Abort(error.Message, error is UserError ? 2 : 1);
            return 1;
        }
    }
}
