using Residuum.Data.Safetensors;
using Residuum.Neural.Layers;
using Residuum.Neural.Weights;
using Residuum.Numerics.Errors;
using static TorchSharp.torch;

namespace Residuum.Neural.Tests.Weights;

[Collection(nameof(Alone))]
public sealed class ModuleWeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Saved_weights_fill_another_network_with_the_same_bits()
    {
        using var scope = NewDisposeScope();
        string path = _folder.File("network.safetensors");
        using DenseStack from = new([3, 8, 2], Activation.Tanh, seed: 1), to = new([3, 8, 2], Activation.Tanh, seed: 2);
        ModuleWeights.Save(from, path, new Dictionary<string, string> { ["activation"] = "tanh" });
        ModuleWeights.Load(to, path);
        using var x = ones(1, 3);
        Assert.Equal(from.forward(x).bytes.ToArray(), to.forward(x).bytes.ToArray());
        using var file = SafetensorsFile.Open(path);
        Assert.Equal("tanh", file.Metadata["activation"]);
    }

    [Fact]
    public void A_network_of_other_layers_is_refused_by_name()
    {
        using var scope = NewDisposeScope();
        string path = _folder.File("network.safetensors");
        using DenseStack from = new([3, 8, 2], Activation.Tanh, seed: 1), wider = new([3, 9, 2], Activation.Tanh, seed: 1), shorter = new([3, 8], Activation.Tanh, seed: 1), deeper = new([3, 8, 2, 2], Activation.Tanh, seed: 1);
        ModuleWeights.Save(from, path);
        Assert.Contains("'layers.0.weight': found Float32 [8, 3], expected Float32 [9, 3]", Assert.Throws<UserError>(() => ModuleWeights.Load(wider, path)).Message);
        Assert.Contains("a tensor more: found 'layers.1.", Assert.Throws<UserError>(() => ModuleWeights.Load(shorter, path)).Message);
        Assert.Contains("no tensor named 'layers.2.weight'", Assert.Throws<UserError>(() => ModuleWeights.Load(deeper, path)).Message);
    }
}
