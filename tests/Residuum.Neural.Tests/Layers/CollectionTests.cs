using Residuum.Neural.Layers;
using static TorchSharp.torch;

namespace Residuum.Neural.Tests.Layers;

/// <summary>torch's calls hand over addresses, so that the garbage collector may free a tensor that no variable holds while native code still reads it.</summary>
[Collection(nameof(Alone))]
public sealed class CollectionTests
{
    [Fact]
    public void Tensors_between_layers_outlive_the_work_on_them()
    {
        using var features = new RandomFourierFeatures(64, [1, 1], seed: 0);
        using var stack = new DenseStack([128, 128, 128, 1], Activation.Tanh, seed: 0);
        using var places = Initial.Of([.. Enumerable.Range(0, 8_000).Select(i => i / 8_000.0)], ScalarType.Float32, 4_000, 2);
        using var _ = no_grad();
        float first = Output();
        bool stop = false;
        var collector = new Thread(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                GC.Collect(0);
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        try
        {
            for (int i = 0; i < 150; i++) Assert.Equal(first, Output());
        }
        finally
        {
            Volatile.Write(ref stop, true);
            collector.Join();
        }

        float Output()
        {
            using var encoded = features.forward(places);
            using var output = stack.forward(encoded);
            return output.data<float>()[7];
        }
    }
}
