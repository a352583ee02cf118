using Residuum.Numerics.Runtime;

namespace Residuum.Numerics.Tests.Runtime;

public sealed class MpiLibraryTests
{
    [Fact]
    [Trait("Needs", "gcc")]
    public void Asks_the_library_for_its_version_without_starting_MPI()
    {
        string gcc = Needs.Program("gcc");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("mpi.c"), """
            #include <string.h>
            int MPI_Get_library_version(char *version, int *length)
            {
                strcpy(version, "Sample MPI 4.1\nbuilt for a test");
                *length = (int)strlen(version);
                return 0;
            }
            int MPI_Init(int *argc, char ***argv) { __builtin_trap(); }
            """);
        ChildProcess.Output(gcc, "-shared", "-fPIC", "-o", folder.File("libmpich.so.12"), folder.File("mpi.c"));
        Assert.Equal("Sample MPI 4.1", MpiLibrary.Open(folder.File("libmpich.so.12"))!.Version);
    }

    [Fact]
    public void An_absent_library_is_no_error() => Assert.Null(MpiLibrary.Open("libmpi-that-nobody-has.so.1"));
}
