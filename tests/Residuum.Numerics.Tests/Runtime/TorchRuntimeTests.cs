using System.Diagnostics;
using Residuum.Numerics.Runtime;
using static TorchSharp.torch;

namespace Residuum.Numerics.Tests.Runtime;

[Collection(nameof(Alone))]
public sealed class TorchRuntimeTests
{
    [Fact]
    public void Multiplies_tensors()
    {
        using var a = tensor(new double[,] { { 1, 2 }, { 3, 4 } });
        Assert.Equal([7, 10, 15, 22], a.mm(a).data<double>().ToArray());
    }

    [Fact]
    public void Differentiates_automatically()
    {
        using var x = tensor(3.0, requires_grad: true);
        (x * x * x).backward();
        Assert.Equal(27, x.grad!.item<double>(), 1e-12);
    }

    [Fact]
    public void Transforms_a_cosine_into_one_line()
    {
        using var x = arange(16, dtype: float64) * (2 * Math.PI / 16);
        double[] size = fft.rfft((3 * x).cos()).abs().data<double>().ToArray();
        Assert.All(size, (value, k) => Assert.Equal(k == 3 ? 8 : 0, value, 1e-12));
    }

    [Fact]
    public void Loads_through_the_runtime_and_never_copies_libtorch_beside_the_application()
    {
        using var one = ones(1);
        Assert.NotNull(TorchRuntime.LoadedBridge);
        Assert.Equal(TorchRuntime.BridgeWasWeakened, TorchRuntime.LoadedBridge != TorchRuntime.LibraryPath("LibTorchSharp"));
        // TorchSharp's own loader would have left its copies in such a folder.
        Assert.DoesNotContain(Directory.GetFiles(AppContext.BaseDirectory, "*torch_cpu*", SearchOption.AllDirectories),
            file => Path.GetDirectoryName(file) != Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
    }

    [Fact]
    public void Two_threads_are_not_slower_than_one()
    {
        using var states = rand(256, 1024, float64);
        double one = Seconds(states, threads: 1), two = Seconds(states, threads: 2);
        Assert.True(two < 2 * one, $"a batched transform took {two:g3} s on two threads and {one:g3} s on one: idle threads spin");
    }

    // The best of many short rounds: other programs share the cores.
    private static double Seconds(Tensor states, int threads)
    {
        int before = get_num_threads();
        set_num_threads(threads);
        try
        {
            return Enumerable.Range(0, 40).Min(_ =>
            {
                long start = Stopwatch.GetTimestamp();
                fft.rfft(states).Dispose();
                return Stopwatch.GetElapsedTime(start).TotalSeconds;
            });
        }
        finally
        {
            set_num_threads(before);
        }
    }
}
