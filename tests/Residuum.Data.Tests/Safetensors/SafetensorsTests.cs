using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CsCheck;
using Residuum.Data.Arrays;
using Residuum.Data.Safetensors;
using Residuum.Data.Tests.Judges;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Tests.Safetensors;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_type_and_shape_is_read_back_bit_for_bit() =>
        Gen.Select(Gen.Int[0, 10], Gen.Long[0, 4].Array[0, 4], Gen.Int).Sample((kind, shape, seed) =>
        {
            string path = _folder.File("a.safetensors");
            var type = (ElementType)kind;
            var values = Elements.Allocate(type, (int)shape.Aggregate(1L, (count, length) => count * length));
            new Random(seed).NextBytes(Elements.Bytes(values, type));
            if (type == ElementType.Boolean) foreach (ref byte b in Elements.Bytes(values, type)) b &= 1;
            SafetensorsWriter.Write(path, [SafetensorsWriter.Content("layer.0/weight", values, shape), SafetensorsWriter.Content("n", new long[] { seed }, 1)]);

            using var found = DataFile.Open(path);
            var variable = found["layer.0/weight"];
            Assert.Equal(("safetensors", type), (found.Format, variable.Type));
            Assert.Equal(shape, variable.Shape);
            Assert.Equal(Convert.ToHexString(Elements.Bytes(values, type)), Convert.ToHexString(Elements.Bytes(variable.ReadElements(), type)));
            Assert.Equal([seed], (long[])found["n"].ReadElements());
        }, iter: 200, threads: 1);

    [Fact, Trait("Needs", "python")]
    public void What_is_written_holds_what_an_independent_reader_says()
    {
        string path = _folder.File("weights.safetensors"), answers = _folder.File("answers.json");
        var metadata = new Dictionary<string, string> { ["format"] = "pt", ["note"] = "ψ \"quoted\"\n" };
        SafetensorsWriter.Write(path, AllTypes(), metadata);
        Judge.Python(["numpy"], Repository.File("tests", "reference", "safetensors_reader.py"), answers, path);
        using var judged = JsonDocument.Parse(File.ReadAllBytes(answers));
        using var ours = SafetensorsFile.Open(path);
        Assert.Equal(metadata, ours.Metadata.ToDictionary());
        Assert.Equal(metadata, judged.RootElement.GetProperty("metadata").Deserialize<Dictionary<string, string>>()!);
        var tensors = judged.RootElement.GetProperty("tensors").EnumerateObject().ToDictionary(tensor => tensor.Name, tensor => tensor.Value);
        Assert.Equal(tensors.Keys.Order(), ours.Tensors.Select(tensor => tensor.Name).Order());
        foreach (var tensor in ours.Tensors)
        {
            var expected = tensors[tensor.Name];
            Assert.Equal(expected.GetProperty("shape").Deserialize<long[]>(), tensor.Shape);
            Assert.Equal(expected.GetProperty("values").GetString(), Convert.ToHexStringLower(MemoryMarshal.AsBytes(ours.ReadDouble(tensor).AsSpan())));
        }
    }

    [Fact]
    public void Half_precision_and_its_truncated_kin_widen_exactly()
    {
        byte[] file = Bytes("""{"h":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},"b":{"dtype":"BF16","shape":[2],"data_offsets":[4,8]}}""", [0x00, 0x3c, 0x01, 0x80, 0xc0, 0x3f, 0x80, 0xff]);
        using var found = SafetensorsFile.Parse(file, "x.safetensors");
        Assert.Equal([1f, -5.9604645e-08f], (float[])found.Read(found["h"]));
        Assert.Equal([1.5f, float.NegativeInfinity], (float[])found.Read(found["b"]));
        Assert.Equal([0xc0, 0x3f, 0x80, 0xff], found.ReadBytes(found["b"]));
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "has a range that does not fit its shape: found 4 bytes, expected F32 [2]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 4, "lies outside the file")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "leaves a gap before it")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "overlaps the one before")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 5, "do not fill the file")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "a key stands twice: found 'a'")]
    [InlineData("""{"a":{"dtype":"Q7","shape":[1],"data_offsets":[0,4]}}""", 4, "has an unknown type: found 'Q7'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "whole numbers from 0 on")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "lies outside the file")]
    [InlineData("""{"a":{"dtype":"F32","shape":[0,9999999999,9999999999],"data_offsets":[0,0]}}""", 0, "does not fit its shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", 4, "is not described")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"stride":[1]}}""", 4, "has an unknown key: found 'stride'")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "wrong kind of value")]
    [InlineData("""{"a":""", 0, "not valid JSON")]
    public void A_hostile_header_is_refused_in_one_line(string header, int dataBytes, string message)
    {
        var error = Assert.Throws<FormatError>(() => SafetensorsFile.Parse(Bytes(header, new byte[dataBytes]), "x.safetensors"));
        Assert.Contains(message, error.Message);
        Assert.StartsWith("x.safetensors", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData(100_000_001, "the header is too long")]
    [InlineData(-1, "the header is too long")]
    [InlineData(1000, "the file ends inside the header")]
    public void The_length_of_the_header_is_checked_before_anything_is_allocated(long length, string message)
    {
        byte[] file = new byte[40];
        BinaryPrimitives.WriteInt64LittleEndian(file, length);
        Assert.Contains(message, Assert.Throws<FormatError>(() => SafetensorsFile.Parse(file, "x.safetensors")).Message);
    }

    [Fact]
    public void Raw_types_are_listed_and_read_as_bytes_alone()
    {
        using var found = SafetensorsFile.Parse(Bytes("""{"a":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]}}""", [1, 2]), "x.safetensors");
        Assert.Equal([1, 2], found.ReadBytes(found["a"]));
        Assert.Contains("read its raw bytes", Assert.Throws<FormatError>(() => found.Read(found["a"])).Message);
        Assert.Contains("no tensor named 'b'", Assert.Throws<UserError>(() => found["b"]).Message);
    }

    [Fact]
    public void Damaged_files_are_read_or_refused()
    {
        string path = _folder.File("seed.safetensors");
        SafetensorsWriter.Write(path, AllTypes(), new Dictionary<string, string> { ["format"] = "pt" });
        byte[] halves = Bytes("""{"h":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},"b":{"dtype":"BF16","shape":[1,2],"data_offsets":[4,8]}}""", new byte[8]);
        Fuzzing.Run([File.ReadAllBytes(path), halves], Effort.Rounds(usual: 10_000, soak: 100_000), bytes =>
        {
            using var data = SafetensorsReader.Parse(bytes, "fuzz.safetensors");
            foreach (var variable in data.Variables.Where(variable => variable.Type != ElementType.Other))
            {
                _ = variable.ReadElements();
                if (variable.Rows > 1) _ = variable.ReadElements(1, 1);
            }
        });
    }

    private static SafetensorsContent[] AllTypes() =>
    [
        SafetensorsWriter.Content("f64", Samples.Special, 3, 4), SafetensorsWriter.Content("f32", new[] { 1.5f, -0f, float.NaN }, 3),
        SafetensorsWriter.Content("i64", new[] { long.MinValue, 0, 1 }, 3, 1), SafetensorsWriter.Content("u64", new ulong[] { 1, 2 }, 2), SafetensorsWriter.Content("i32", new[] { -1 }),
        SafetensorsWriter.Content("u32", new uint[] { 7 }, 1), SafetensorsWriter.Content("i16", new short[] { -2 }, 1), SafetensorsWriter.Content("u16", new ushort[] { 3 }, 1, 1),
        SafetensorsWriter.Content("u8", new byte[] { 1, 255, 3 }, 3), SafetensorsWriter.Content("i8", new sbyte[] { -1 }, 1),
        SafetensorsWriter.Content("bool", new[] { true, false, true }, 3), SafetensorsWriter.Content("empty", Array.Empty<float>(), 0, 5),
    ];

    private static byte[] Bytes(string header, byte[] data)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, Encoding.UTF8.GetByteCount(header));
        return [.. length, .. Encoding.UTF8.GetBytes(header), .. data];
    }
}
