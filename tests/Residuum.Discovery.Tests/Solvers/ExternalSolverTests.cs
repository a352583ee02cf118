using System.Diagnostics;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Solvers;

[Trait("Needs", "python")]
public class ExternalSolverTests
{
    [Fact]
    public void Many_states_are_forecast_in_order_in_a_folder_with_spaces_and_other_letters()
    {
        using var own = new WaywardSolver("good", options => options with { Slots = 2, Step = 0.03 });
        var starts = WaywardSolver.Starts(7);

        var forecast = own.Solver.Run([starts], 0.1);

        Assert.Empty(forecast.Failures);
        Assert.Equal(2, own.Solver.Calls);
        for (int i = 0; i < starts.Values.Length; i++) Assert.Equal(starts.Values[i] * Math.Exp(-0.1), forecast.States.Values[i], 1e-14);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(own.Folder, "work")));
    }

    [Theory]
    [InlineData("exit", "ended with exit code 3; stderr: no convergence | at member [0]")]
    [InlineData("kill", "was killed by signal 9 (was memory short?); it wrote nothing on stderr")]
    [InlineData("nan", "returned NaN at value 2 of 8")]
    public void Two_failing_members_of_40_are_named_and_the_others_go_on(string mode, string reason)
    {
        using var own = new WaywardSolver(mode, options => options with { Slots = 2 });
        var starts = WaywardSolver.Starts(40, unlucky: [11, 30]);

        var forecast = own.Solver.Run([starts], 0.1);

        Assert.Equal([11, 30], forecast.Failures.Select(failure => failure.Member));
        Assert.All(forecast.Failures, failure => Assert.Equal(reason, failure.Reason));
        for (int member = 0; member < 40; member++)
        {
            bool failed = member is 11 or 30;
            Assert.Equal(failed ? double.NaN : starts.State(member)[5] * Math.Exp(-0.1), forecast.States.State(member)[5], 1e-14);
        }
        Assert.InRange(own.Solver.Calls, 2, 24);
    }

    [Fact]
    public void A_member_that_hangs_is_stopped_with_its_child_processes()
    {
        using var own = new WaywardSolver("hang", options => options with { TimeLimit = 0.8, Slots = 2 });
        var clock = Stopwatch.StartNew();

        var forecast = own.Solver.Run([WaywardSolver.Starts(3, unlucky: [2])], 0.1);

        var failure = Assert.Single(forecast.Failures);
        Assert.Equal((2, "was stopped at the time limit of 0.8 s; it wrote nothing on stderr"), (failure.Member, failure.Reason));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20));
        AssertNoProcessIsLeftIn(own.Folder);
    }

    [Fact]
    public async Task Cancellation_stops_the_solver_and_its_child_processes_at_once()
    {
        using var own = new WaywardSolver("hang");
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(0.7));
        var clock = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => own.Solver.Run([WaywardSolver.Starts(1, unlucky: [0])], 0.1, cancel.Token)));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
        AssertNoProcessIsLeftIn(own.Folder);
    }

    [Theory]
    [InlineData("short", "its output has the wrong shape: found [")]
    [InlineData("silent", "it wrote no output file: found nothing, expected out.npy")]
    [InlineData("single", "its output has the wrong type: found Float32, expected Float64")]
    [InlineData("cut", "out.npy")]
    [InlineData("flood", "x the last words")]
    public void A_solver_that_always_fails_stops_the_run_after_a_few_calls(string mode, string reason)
    {
        using var own = new WaywardSolver(mode);
        var error = Assert.Throws<SolverFailedException>(() => own.Solver.Run([WaywardSolver.Starts(40)], 0.1));
        Assert.StartsWith("the solver failed for 40 of 40 members; member 0 ", error.Message);
        Assert.Contains(reason, error.Message);
        Assert.InRange(own.Solver.Calls, 7, 13);
        Assert.All(Directory.GetFiles(own.Folder, "stderr.txt", SearchOption.AllDirectories), path => Assert.InRange(new FileInfo(path).Length, 1, 1_100_000));
    }

    [Fact]
    public void What_the_solver_wrote_stays_for_failed_calls_only()
    {
        using var own = new WaywardSolver("exit");
        own.Solver.Run([WaywardSolver.Starts(4, unlucky: [3])], 0.1);
        var kept = Directory.GetDirectories(Path.Combine(own.Folder, "work"));
        Assert.Equal(3, kept.Length); // all four, two, the culprit
        Assert.All(kept, folder => Assert.Contains("no convergence", File.ReadAllText(Path.Combine(folder, "stderr.txt"))));
        Assert.All(kept, folder => Assert.True(File.Exists(Path.Combine(folder, "in.npy"))));
    }

    [Fact]
    public void A_missing_program_is_an_error_of_the_user()
    {
        using var own = new WaywardSolver("good", options => options with { Command = ["./no such program", "{in}", "{out}"] });
        var error = Assert.Throws<UserError>(() => own.Solver.Run([WaywardSolver.Starts(2)], 0.1));
        Assert.Contains("the solver can not be started", error.Message);
        Assert.Contains("./no such program", error.Message);
    }

    [Fact]
    public void Too_few_good_members_stop_the_run()
    {
        using var own = new WaywardSolver("nan", options => options with { EnoughMembers = 0.9 });
        var error = Assert.Throws<SolverFailedException>(() => own.Solver.Run([WaywardSolver.Starts(4, unlucky: [1])], 0.1));
        Assert.Equal("the solver failed for 1 of 4 members; member 1 returned NaN at value 2 of 8", error.Message);
    }

    /// <summary>A killed process takes the kernel a moment to clear away.</summary>
    private static void AssertNoProcessIsLeftIn(string folder)
    {
        bool cleared = SpinWait.SpinUntil(() => !ChildrenIn(folder).Any(), TimeSpan.FromSeconds(5));
        Assert.True(cleared, $"still running: {string.Join(", ", ChildrenIn(folder))}");
    }

    private static IEnumerable<string> ChildrenIn(string folder) => !OperatingSystem.IsLinux()
        ? []
        : Directory.GetDirectories("/proc").Select(process => Path.Combine(process, "cwd")).Where(link =>
        {
            try
            {
                return Directory.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName == folder;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        });
}
