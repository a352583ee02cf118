using static TorchSharp.torch;

namespace Residuum.Numerics.Tests.Runtime;

public sealed class FirstUseTests
{
    [Fact]
    public void Threads_use_tensors_at_once()
    {
        // Methods of their own: one that is compiled for the first thread makes the others wait already.
        Func<double>[] uses = [() => ones(1).item<float>(), () => zeros(2).sum().item<float>() + 1, () => arange(2).max().item<long>(), () => eye(1)[0, 0].item<float>(), () => full(1, 1.0).item<float>()];
        double[] found = new double[uses.Length];
        Thread[] threads = [.. Enumerable.Range(0, uses.Length).Select(i => new Thread(() =>
        {
            Thread.Sleep(10 * i); // where this is the first use, the later ones come while the libraries load
            found[i] = uses[i]();
        }))];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.All(found, one => Assert.Equal(1, one));
    }

    [Fact]
    public void Threads_that_reach_torch_first_and_at_once_all_wait_for_its_libraries()
    {
        var (code, output, _) = ChildProcess.Run(Environment.ProcessPath!, "--filter-method", $"*{nameof(FirstUseTests)}.{nameof(Threads_use_tensors_at_once)}");
        Assert.True(code == 0, output); // a thread that did not wait ends its process
    }
}
