using Residuum.Distribution.Compressors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;

namespace Residuum.Distribution.Tests.Compressors;

/// <summary>What arrives is what was compressed, and costs what the table says.</summary>
public sealed class EncodingTests
{
    public static TheoryData<string, ValuePrecision> All => CompressorCases.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Decoded_messages_are_the_compressed_ones_in_every_bit(string text, ValuePrecision precision)
    {
        var compressor = CompressorCases.Create(text, precision);
        var received = new Message();
        foreach (double[] vector in CompressorCases.Vectors())
        {
            var (sent, writer) = CompressorCases.Sent(compressor, vector, CompressorCases.Draw);
            byte[] bytes = writer.Bytes.ToArray();
            compressor.Decode(new BitReader(bytes), vector.Length, CompressorCases.Draw, received);
            Assert.Equal(sent.IsSparse, received.IsSparse);
            Assert.Equal(sent.Length, received.Length);
            Assert.Equal(sent.Indices.ToArray(), received.Indices.ToArray());
            Assert.Equal(Bits(sent), Bits(received));

            // Forwarded: written again it is the same.
            writer.Clear();
            compressor.Encode(received, writer);
            Assert.Equal(bytes, writer.Bytes.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_draw_gives_the_same_bits_whatever_the_message_held(string text, ValuePrecision precision)
    {
        var compressor = CompressorCases.Create(text, precision);
        var used = new Message();
        foreach (double[] vector in CompressorCases.Vectors(1))
        {
            var (fresh, _) = CompressorCases.Sent(compressor, vector, CompressorCases.Draw);
            compressor.Compress(vector, CompressorCases.Draw, used);
            Assert.Equal(Bits(fresh), Bits(used));
            Assert.Equal(fresh.Indices.ToArray(), used.Indices.ToArray());
        }
    }

    // d = 123: 7 bits a place. Blocks of 60, 3, 1 and 59: 6, 2, 0 and 6 bits.
    [Theory]
    [InlineData("identity", 123 * 32)]
    [InlineData("topk:12", 12 * (32 + 7))]
    [InlineData("topk:1", 32 + 7)]
    [InlineData("topk:10%", 12 * (32 + 7))]
    [InlineData("topk:1.0", 123 * (32 + 7))]
    [InlineData("topk:1,enum", 32 + 7)]
    [InlineData("topk:2,enum", (2 * 32) + 13)] // 123 · 122 / 2 = 7503 sets
    [InlineData("topk:100%,enum", 123 * 32)]
    [InlineData("blocktopk:2", (2 * 38) + (2 * 34) + 32 + (2 * 38))]
    [InlineData("randk:12", 12 * 32)]
    [InlineData("randk:12,unbiased,own", 12 * 32)]
    [InlineData("natural", 123 * 9)]
    [InlineData("natural:floor", 123 * 9)]
    [InlineData("qsgd:4,50", (3 * 32) + (123 * 4))]
    [InlineData("qsgd:1,512", 32 + (123 * 2))]
    [InlineData("terngrad", 32 + (24 * 8) + 5)]
    [InlineData("sign", 123 + 32)]
    [InlineData("onebit", 123 + 64)]
    [InlineData("onebit:50", 123 + (3 * 64))]
    [InlineData("natural+topk:12", 12 * (9 + 7))]
    [InlineData("sign+topk:12", (12 * 8) + 32)]
    [InlineData("scaled+natural", 123 * 9)]
    public void Bits_are_those_of_the_formula(string text, int bits)
    {
        foreach (double[] vector in CompressorCases.Vectors(1))
            Assert.Equal(bits, CompressorCases.Sent(CompressorCases.Create(text), vector, CompressorCases.Draw).Writer.Length);
    }

    [Theory]
    [InlineData(ValuePrecision.Half, 12 * (16 + 7))]
    [InlineData(ValuePrecision.Double, 12 * (64 + 7))]
    public void Values_cost_the_bits_of_their_precision(ValuePrecision precision, int bits) =>
        Assert.Equal(bits, CompressorCases.Sent(CompressorCases.Create("topk:12", precision), CompressorCases.Vectors().First(), CompressorCases.Draw).Writer.Length);

    [Fact]
    public void Variable_lengths_are_counted_from_the_message()
    {
        foreach (double[] vector in CompressorCases.Vectors())
        {
            int kept = vector.Count(value => Math.Abs(value) >= 0.5);
            Assert.Equal(32 + (kept * (32 + 7)), CompressorCases.Sent(CompressorCases.Create("threshold:0.5"), vector, CompressorCases.Draw).Writer.Length);

            var (message, writer) = CompressorCases.Sent(CompressorCases.Create("qsgd:1,512,elias"), vector, CompressorCases.Draw);
            // Level 0 is the number 1: one bit. Level 1 is 2: three bits, and a sign.
            Assert.Equal(32 + message.Values.ToArray().Sum(value => value == 0 ? 1 : 4), writer.Length);
        }
    }

    [Theory]
    [InlineData("topk:12")]
    [InlineData("natural")]
    [InlineData("qsgd:4,512,elias")]
    public void A_message_cut_short_is_refused(string text)
    {
        var compressor = CompressorCases.Create(text);
        var (_, writer) = CompressorCases.Sent(compressor, CompressorCases.Vectors().First(), CompressorCases.Draw);
        byte[] cut = writer.Bytes[..^1].ToArray();
        Assert.Contains("ends too early", Assert.Throws<UserError>(() => compressor.Decode(new BitReader(cut), 123, CompressorCases.Draw, new Message())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_places_are_refused()
    {
        var writer = new BitWriter();
        writer.Write(124, 7);
        writer.Write(0, 32);
        var error = Assert.Throws<UserError>(() => CompressorCases.Create("topk:1").Decode(new BitReader(writer.Bytes.ToArray()), 123, CompressorCases.Draw, new Message()));
        Assert.Contains("place 124", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enumerative_coding_numbers_all_sets()
    {
        var numbers = new HashSet<ulong>();
        int[] read = new int[3];
        for (int a = 0; a < 7; a++)
        {
            for (int b = a + 1; b < 7; b++)
            {
                for (int c = b + 1; c < 7; c++)
                {
                    var writer = new BitWriter();
                    EnumerativePlaces.Write(writer, 7, [a, b, c]);
                    Assert.Equal(6, writer.Length);
                    numbers.Add(writer.Bytes[0]);
                    EnumerativePlaces.Read(new BitReader(writer.Bytes.ToArray()), 7, read);
                    Assert.Equal([a, b, c], read);
                }
            }
        }
        Assert.Equal(Enumerable.Range(0, 35).Select(number => (ulong)number), numbers.Order());
        Assert.Throws<UserError>(() => EnumerativePlaces.Read(new BitReader(new byte[] { 35 }), 7, new int[3]));
    }

    [Fact]
    public void Bits_of_any_width_come_back()
    {
        var random = new RandomStream(1, "bits");
        var (writer, numbers) = (new BitWriter(), new List<(ulong Number, int Bits)>());
        for (int i = 0; i < 2_000; i++)
        {
            int bits = random.Integer(65);
            ulong number = bits == 0 ? 0 : (ulong)(random.Uniform() * ulong.MaxValue) >> (64 - bits);
            numbers.Add((number, bits));
            writer.Write(number, bits);
        }
        var reader = new BitReader(writer.Bytes.ToArray());
        Assert.All(numbers, written => Assert.Equal(written.Number, reader.Read(written.Bits)));
        Assert.Equal(numbers.Sum(written => (long)written.Bits), writer.Length);
    }

    private static ulong[] Bits(Message message) => [.. message.Values.ToArray().Select(BitConverter.DoubleToUInt64Bits)];
}
