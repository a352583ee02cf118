using Residuum.Data.Safetensors;
using Residuum.Numerics.Errors;
using static TorchSharp.torch;

namespace Residuum.Neural.Weights;

/// <summary>Weights and buffers of a network as a safetensors file, by their names in the network.</summary>
public static class ModuleWeights
{
    /// <summary>Writes them, atomically.</summary>
    /// <param name="module">The network.</param>
    /// <param name="path">The file.</param>
    /// <param name="metadata">Texts about the network.</param>
    /// <exception cref="UserError">The file can not be written.</exception>
    public static void Save(nn.Module module, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        SafetensorsWriter.Write(path, Contents(module, ""), metadata);
    }

    /// <summary>Writes several networks into one file, atomically.</summary>
    /// <param name="modules">The networks, and what stands before the names of their tensors.</param>
    /// <param name="path">The file.</param>
    /// <param name="metadata">Texts about the networks.</param>
    /// <exception cref="UserError">The file can not be written.</exception>
    public static void Save(IReadOnlyList<(string Prefix, nn.Module Module)> modules, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(modules);
        SafetensorsWriter.Write(path, modules.SelectMany(module => Contents(module.Module, module.Prefix)), metadata);
    }

    /// <summary>Fills a network of the same layers.</summary>
    /// <param name="module">The network.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="UserError">A tensor is missing, left over, or of another type or shape.</exception>
    public static void Load(nn.Module module, string path)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var file = SafetensorsFile.Open(path);
        Fill(module, file, "");
        var known = module.state_dict().Keys.ToHashSet(StringComparer.Ordinal);
        if (file.Tensors.FirstOrDefault(tensor => !known.Contains(tensor.Name)) is { } other)
            throw new UserError("the network does not fit: the file has a tensor more", path, $"'{other.Name}'");
    }

    internal static IEnumerable<SafetensorsContent> Contents(nn.Module module, string prefix) =>
        module.state_dict().Select(pair => TensorContents.Of(prefix + pair.Key, pair.Value));

    internal static void Fill(nn.Module module, SafetensorsFile file, string prefix)
    {
        foreach (var (name, tensor) in module.state_dict()) TensorContents.Fill(tensor, file, prefix + name);
    }
}
