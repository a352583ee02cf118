using Residuum.Numerics.Collectives;
using static Residuum.Numerics.Collectives.MpiKind;

namespace Residuum.Numerics.Tests.Collectives;

[Trait("Needs", "mpi")]
[Collection(nameof(Alone))]
public sealed class MpiTests
{
    private const double Slack = 10; // for the start of the ranks on busy processors, and 5 s for the launcher to end the job

    [Theory]
    [InlineData(Mpich, 1, "laws")]
    [InlineData(Mpich, 2, "laws")]
    [InlineData(Mpich, 3, "laws")]
    [InlineData(Mpich, 3, "split")]
    [InlineData(OpenMpi, 1, "laws")]
    [InlineData(OpenMpi, 2, "laws")]
    [InlineData(OpenMpi, 3, "laws")]
    [InlineData(OpenMpi, 3, "split")]
    public void The_laws_hold_and_ordered_sums_have_the_bits_of_one_process(MpiKind kind, int ranks, string what)
    {
        var job = MpiExec.Run(kind, ranks, what);
        Assert.True(job.Code == 0, job.Error);
        Assert.Equal($"MpiCollectives {ranks} {OrderedSumProbe.Digest(InProcessCollectives.Single)}", job.Output.Trim());
    }

    [Fact]
    public void Without_a_launcher_MPI_is_not_loaded()
    {
        var job = MpiExec.RunWithoutLauncher("laws");
        Assert.True(job.Code == 0, job.Error);
        Assert.StartsWith("InProcessCollectives 1 ", job.Output);
    }

    [Theory]
    [InlineData(Mpich, MpiChoice.OpenMpi, "start with mpiexec.openmpi, or choose --mpi mpich")]
    [InlineData(OpenMpi, MpiChoice.Mpich, "start with mpiexec.mpich, or choose --mpi openmpi")]
    public void The_library_of_the_other_MPI_is_noticed(MpiKind launcher, MpiChoice library, string remedy)
    {
        Needs.Program("mpiexec.mpich", "mpich");
        Needs.Program("mpiexec.openmpi", "openmpi-bin");
        var job = MpiExec.Run(launcher, 2, "laws", library);
        Assert.Equal(2, job.Code);
        Assert.Contains("found rank 0 of 1 in ", job.Error);
        Assert.Contains(remedy, job.Error);
    }

    [Theory]
    [InlineData(Mpich, "throw", 1, "thrown")]
    [InlineData(Mpich, "refuse", 2, "refused")]
    [InlineData(OpenMpi, "throw", 1, "thrown")]
    [InlineData(OpenMpi, "refuse", 2, "refused")]
    public void A_rank_that_throws_ends_the_job(MpiKind kind, string what, int code, string word)
    {
        var job = MpiExec.Run(kind, 3, what);
        Assert.Equal(code, job.Code);
        Assert.Contains($"rank 1 of 3: call 1, Barrier: {word} by the probe", job.Error);
        Assert.InRange(job.Seconds, 0, Slack);
    }

    [Theory]
    [InlineData(Mpich)]
    [InlineData(OpenMpi)]
    public void A_rank_that_is_killed_ends_the_job(MpiKind kind)
    {
        var job = MpiExec.Run(kind, 3, "kill");
        Assert.NotEqual(0, job.Code);
        Assert.InRange(job.Seconds, 0, Slack);
    }

    [Theory]
    [InlineData(Mpich)]
    [InlineData(OpenMpi)]
    public void A_rank_that_stops_is_named_and_ends_the_job_after_the_time_out(MpiKind kind)
    {
        var job = MpiExec.Run(kind, 3, "stop", timeOut: 3);
        Assert.NotEqual(0, job.Code);
        Assert.Contains("of 3: call 2, Barrier: no answer within 3 s; silent: rank 1 (last beat ", job.Error);
        Assert.InRange(job.Seconds, 3, 3 + Slack);
    }
}
