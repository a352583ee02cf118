using Residuum.Numerics.Collectives;
using Residuum.Numerics.Errors;
using static Residuum.Numerics.Collectives.MpiKind;

namespace Residuum.Numerics.Tests.Collectives;

public sealed class MpiLauncherTests
{
    [Fact]
    public void Without_a_launcher_there_is_none() => Assert.Null(Detect());

    [Fact]
    public void The_tasks_of_sbatch_are_not_a_launcher() => Assert.Null(Detect("SLURM_NTASKS=8", "SLURM_PROCID=0"));

    [Fact]
    public void Open_MPIs_mpiexec_is_known_before_the_others()
    {
        var found = Detect("OMPI_COMM_WORLD_SIZE=4", "OMPI_COMM_WORLD_RANK=2", "PMI_SIZE=3", "PMIX_RANK=2", "SLURM_STEP_NUM_TASKS=1")!;
        Assert.Equal([OpenMpi], found.Kinds);
        Assert.Equal((4, 2), (found.Size, found.Rank));
    }

    [Fact]
    public void MPICHs_mpiexec_comes_next()
    {
        var found = Detect("PMI_SIZE=3", "PMI_RANK=1", "PMIX_RANK=1", "SLURM_STEP_NUM_TASKS=3")!;
        Assert.Equal([Mpich], found.Kinds);
        Assert.Equal((3, 1), (found.Size, found.Rank));
    }

    [Fact]
    public void PMIx_under_srun_may_be_either_and_has_the_size_of_the_step()
    {
        var found = Detect("PMIX_RANK=1", "SLURM_STEP_NUM_TASKS=3", "SLURM_NTASKS=5")!;
        Assert.Equal([OpenMpi, Mpich], found.Kinds);
        Assert.Equal((3, 1), (found.Size, found.Rank));
        Assert.Null(Detect("PMIX_RANK=1", "SLURM_NTASKS=5")!.Size);
    }

    [Fact]
    public void Plain_srun_comes_last()
    {
        var found = Detect("SLURM_STEP_NUM_TASKS=3")!;
        Assert.Equal([Mpich, OpenMpi], found.Kinds);
        Assert.Equal(3, found.Size);
    }

    [Fact]
    public void The_choice_picks_the_library_and_the_launcher_the_size()
    {
        var found = Detect(MpiChoice.Mpich, "OMPI_COMM_WORLD_SIZE=4")!;
        Assert.Equal([Mpich], found.Kinds);
        Assert.Equal(4, found.Size);
        Assert.Null(Detect(MpiChoice.Off, "OMPI_COMM_WORLD_SIZE=4"));
        Assert.Equal([OpenMpi], Detect(MpiChoice.OpenMpi)!.Kinds);
    }

    [Theory]
    [InlineData(0, 3, false)]
    [InlineData(0, 1, true)]
    public void The_size_of_the_library_must_be_that_of_the_launcher(int rank, int size, bool refused) =>
        Refuses(new("srun", [Mpich], 3, null), rank, size, refused);

    [Theory]
    [InlineData(2, 3, false)]
    [InlineData(0, 1, true)]
    public void Where_the_size_is_unknown_the_rank_must_be_that_of_the_launcher(int rank, int size, bool refused) =>
        Refuses(new("srun --mpi=pmix", [OpenMpi], null, 2), rank, size, refused);

    [Fact]
    public void The_refusal_says_which_mpiexec_to_use() =>
        Assert.Equal(
            "MPI: this MPI library and the launcher belong to different MPIs: found rank 0 of 1 in MPICH 4, expected 2 ranks, as Open MPI's mpiexec started; "
                + "start with mpiexec.mpich, or choose --mpi openmpi",
            Assert.Throws<UserError>(() => new MpiLauncher("Open MPI's mpiexec", [Mpich], 2, 0).Verify(Mpich, "MPICH 4", 0, 1)).Message);

    [Fact]
    public void A_missing_library_is_one_line_with_the_package() =>
        Assert.Equal(
            "the MPI library is missing: found none of libmpich.so.12, libmpi.so.12; install the package mpich on every machine of the job",
            MpiApi.Missing([Mpich]).Message);

    private static void Refuses(MpiLauncher launcher, int rank, int size, bool refused)
    {
        var error = Record.Exception(() => launcher.Verify(Mpich, "MPICH 4", rank, size));
        Assert.Equal(refused, error is UserError);
    }

    private static MpiLauncher? Detect(params string[] variables) => Detect(MpiChoice.Auto, variables);

    private static MpiLauncher? Detect(MpiChoice choice, params string[] variables) =>
        MpiLauncher.Detect(variables.Select(each => each.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]), choice);
}
