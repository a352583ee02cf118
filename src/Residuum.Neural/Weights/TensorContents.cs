using Residuum.Data.Safetensors;
using Residuum.Numerics.Errors;
using static TorchSharp.torch;

namespace Residuum.Neural.Weights;

/// <summary>Tensors as entries of a safetensors file, bit for bit, and back.</summary>
internal static class TensorContents
{
    private static readonly (ScalarType Torch, SafetensorsType File)[] Types =
    [
        (ScalarType.Float32, SafetensorsType.F32), (ScalarType.Float64, SafetensorsType.F64), (ScalarType.Float16, SafetensorsType.F16), (ScalarType.BFloat16, SafetensorsType.BF16),
        (ScalarType.Int64, SafetensorsType.I64), (ScalarType.Int32, SafetensorsType.I32), (ScalarType.Int16, SafetensorsType.I16), (ScalarType.Int8, SafetensorsType.I8),
        (ScalarType.Byte, SafetensorsType.U8), (ScalarType.Bool, SafetensorsType.Bool),
    ];

    /// <summary>An entry; the tensor is read when it is written.</summary>
    public static SafetensorsContent Of(string name, Tensor tensor)
    {
        var type = Types.First(pair => pair.Torch == tensor.dtype).File;
        return new SafetensorsContent(name, type, [.. tensor.shape], stream =>
        {
            using var scope = NewDisposeScope();
            var flat = tensor.detach().cpu().contiguous();
            stream.Write(flat.bytes);
        });
    }

    /// <summary>Fills a tensor from an entry of the same type and shape.</summary>
    /// <exception cref="UserError">There is no such entry, or it has another type or shape.</exception>
    public static void Fill(Tensor tensor, SafetensorsFile file, string name)
    {
        using var loaded = Load(file, name);
        if (loaded.dtype != tensor.dtype || !loaded.shape.SequenceEqual(tensor.shape))
            throw new UserError($"the network does not fit: tensor '{name}'", file.Name, Text(loaded), Text(tensor));
        using var _ = no_grad();
        tensor.copy_(loaded);
    }

    /// <summary>A new tensor with an entry's type, shape and values.</summary>
    public static Tensor Load(SafetensorsFile file, string name)
    {
        var entry = file[name];
        int type = Array.FindIndex(Types, pair => pair.File == entry.Type);
        if (type < 0) throw new UserError($"tensor '{name}' has a type that networks do not hold", file.Name, entry.Type.ToString());
        var tensor = empty([.. entry.Shape], dtype: Types[type].Torch);
        file.ReadBytes(entry).CopyTo(tensor.bytes);
        return tensor;
    }

    private static string Text(Tensor tensor) => $"{tensor.dtype} [{string.Join(", ", tensor.shape)}]";
}
