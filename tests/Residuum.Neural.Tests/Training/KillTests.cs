using System.Diagnostics;

namespace Residuum.Neural.Tests.Training;

[Collection(nameof(Alone))]
public sealed class KillTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Killed_at_any_moment_training_goes_on_in_another_process_to_the_same_bits()
    {
        string whole = Whole();
        for (int round = 0; round < Effort.Rounds(usual: 2, soak: 50); round++)
        {
            string path = _folder.File($"killed-{round}.safetensors");
            using (var child = OtherProcess.Start(path))
            {
                WaitForFirstCheckpoint(child, path);
                Thread.Sleep(37 * round % 300);
                child.Kill(); // SIGKILL: nothing in the process gets a chance
                child.WaitForExit();
            }
            using var rest = OtherProcess.Start(path);
            Assert.True(rest.WaitForExit(Patience) && rest.ExitCode == 0, "the rest does not run");
            Assert.Equal(whole, OtherProcess.Bits(path));
        }
    }

    [Fact]
    public void One_thread_and_three_train_to_the_same_bits()
    {
        string whole = Whole();
        foreach (int threads in new[] { 1, 3 })
        {
            string path = _folder.File($"threads-{threads}.safetensors");
            using var child = OtherProcess.Start(path, threads);
            Assert.True(child.WaitForExit(Patience) && child.ExitCode == 0, "training fails");
            Assert.Equal(whole, OtherProcess.Bits(path));
        }
    }

    private static string Whole()
    {
        using var toy = new Toy();
        using var loop = toy.Loop(OtherProcess.Options);
        loop.Run();
        return toy.Bits();
    }

    private static void WaitForFirstCheckpoint(Process child, string path)
    {
        var clock = Stopwatch.StartNew();
        while (!File.Exists(path) && !child.HasExited && clock.Elapsed < Patience) Thread.Sleep(1);
        Assert.True(File.Exists(path), "training does not begin");
    }
}
