using System.Collections;
using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Numerics.Collectives;

/// <summary>What started this process as one rank of several, told from its environment before any MPI is loaded.</summary>
/// <param name="Name">What the user typed, more or less.</param>
/// <param name="Kinds">Libraries that may fit, the likelier first.</param>
/// <param name="Size">Number of ranks that it started, where it says so.</param>
/// <param name="Rank">The rank that it gave this process, where it says so.</param>
public sealed record MpiLauncher(string Name, IReadOnlyList<MpiKind> Kinds, int? Size, int? Rank)
{
    /// <summary>The launcher of this process, or null: then MPI is not loaded.</summary>
    /// <param name="choice">What the user chose.</param>
    public static MpiLauncher? Detect(MpiChoice choice)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>();
        return Detect(variables.ToDictionary(each => (string)each.Key, each => each.Value as string ?? ""), choice);
    }

    /// <summary>The launcher that an environment shows, or null.</summary>
    /// <param name="environment">Its variables.</param>
    /// <param name="choice">What the user chose; it picks the library, and the launcher still tells the number of ranks.</param>
    /// <remarks>SLURM_NTASKS tells nothing: sbatch sets it for the one shell that runs the script.</remarks>
    public static MpiLauncher? Detect(IReadOnlyDictionary<string, string> environment, MpiChoice choice)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (choice == MpiChoice.Off) return null;
        int? Number(string name) =>
            environment.TryGetValue(name, out string? text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

        int? step = Number("SLURM_STEP_NUM_TASKS");
        MpiLauncher? found =
            Number("OMPI_COMM_WORLD_SIZE") is { } open ? new("Open MPI's mpiexec", [MpiKind.OpenMpi], open, Number("OMPI_COMM_WORLD_RANK"))
            : Number("PMI_SIZE") is { } hydra ? new("MPICH's mpiexec or srun --mpi=pmi2", [MpiKind.Mpich], hydra, Number("PMI_RANK"))
            : Number("PMIX_RANK") is { } rank ? new("srun --mpi=pmix", [MpiKind.OpenMpi, MpiKind.Mpich], step, rank)
            : step is { } tasks ? new("srun", [MpiKind.Mpich, MpiKind.OpenMpi], tasks, null)
            : null;
        if (choice == MpiChoice.Auto) return found;
        MpiKind kind = choice == MpiChoice.Mpich ? MpiKind.Mpich : MpiKind.OpenMpi;
        return found is null ? new("no launcher", [kind], null, null) : found with { Kinds = [kind] };
    }

    /// <summary>Compares what the library says with what the launcher said: started by the other MPI's launcher, every process is rank 0 of 1, without an error.</summary>
    /// <param name="kind">The library's kind.</param>
    /// <param name="version">What it says of itself.</param>
    /// <param name="rank">The rank that it gives.</param>
    /// <param name="size">The number of ranks that it gives.</param>
    /// <exception cref="UserError">They differ; the message says which mpiexec to use.</exception>
    public void Verify(MpiKind kind, string version, int rank, int size)
    {
        if ((Size ?? size) == size && (Size is not null || (Rank ?? rank) == rank)) return;
        string started = Size is { } ranks ? $"{ranks} ranks" : $"rank {Rank}";
        string mpiexec = kind == MpiKind.Mpich ? "mpiexec.mpich" : "mpiexec.openmpi", other = kind == MpiKind.Mpich ? "openmpi" : "mpich";
        throw new UserError(
            "this MPI library and the launcher belong to different MPIs", "MPI", $"rank {rank} of {size} in {version}", $"{started}, as {Name} started",
            $"start with {mpiexec}, or choose --mpi {other}");
    }
}
