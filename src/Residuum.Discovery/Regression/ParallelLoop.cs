using System.Runtime.ExceptionServices;

namespace Residuum.Discovery.Regression;

/// <summary>Independent work on all threads.</summary>
internal static class ParallelLoop
{
    /// <summary>Runs the work for 0 to count - 1; what it throws leaves as itself.</summary>
    public static void For(int count, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, work);
        }
        catch (AggregateException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }
    }
}
