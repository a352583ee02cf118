using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Compressors;

/// <summary>Compressors by the names of the command line.</summary>
public static class Compressors
{
    /// <summary>What <see cref="Create"/> reads, in one line.</summary>
    public const string Choices =
        "identity, topk:K[,enum], blocktopk:K, randk:K[,unbiased][,own], threshold:T, natural[:nearest|:floor], qsgd:LEVELS[,BUCKET][,elias], terngrad, sign, " +
        "onebit[:BLOCK], VALUES+SELECTION such as natural+topk:12, or scaled+UNBIASED (K a count, a share such as 0.1, or 1%)";

    /// <summary>Reads a compressor; its <see cref="ICompressor.Name"/> is read as the same.</summary>
    /// <param name="text">One of <see cref="Choices"/>.</param>
    /// <param name="precision">Format of the values sent.</param>
    /// <param name="blocks">Lengths of the blocks, such as layers, for <c>blocktopk</c>.</param>
    /// <exception cref="UserError">The text names no compressor.</exception>
    public static ICompressor Create(string text, ValuePrecision precision = ValuePrecision.Single, IReadOnlyList<int>? blocks = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith("scaled+", StringComparison.Ordinal)) return new ScaledContraction(Create(text["scaled+".Length..], precision, blocks));
        int plus = text.IndexOf('+', StringComparison.Ordinal);
        if (plus < 0) return Simple(text, precision, blocks);
        var values = Simple(text[..plus], precision, blocks);
        if (values is SelectingCompressor || Simple(text[(plus + 1)..], precision, blocks) is not SelectingCompressor selection)
            throw new UserError("not a compressor of the values of a selection", "compressor", $"'{text}'", "VALUES+SELECTION such as natural+topk:12");
        return new Composition(values, selection);
    }

    private static ICompressor Simple(string text, ValuePrecision precision, IReadOnlyList<int>? blocks)
    {
        string[] parts = text.Split(':', 2);
        string[] given = parts.Length == 1 ? [] : parts[1].Split(',');
        return (parts[0], given) switch
        {
            ("identity", []) => new Identity { Precision = precision },
            ("topk", [var k]) => new TopK(Amount.Parse(k)) { Precision = precision },
            ("topk", [var k, "enum"]) => new TopK(Amount.Parse(k)) { Precision = precision, IsEnumerative = true },
            ("blocktopk", [var k]) => new BlockTopK(Amount.Parse(k), blocks ?? throw NoBlocks(text)) { Precision = precision },
            ("randk", [var k, .. var flags]) when AreFlags(flags, "unbiased", "own") =>
                new RandK(Amount.Parse(k)) { Precision = precision, IsUnbiased = flags.Contains("unbiased"), IsOwnMask = flags.Contains("own") },
            ("threshold", [var level]) => new Threshold(Level(level, text)) { Precision = precision },
            ("natural", []) => new Natural(),
            ("natural", ["nearest"]) => new Natural(NaturalRounding.Nearest),
            ("natural", ["floor"]) => new Natural(NaturalRounding.Floor),
            ("qsgd", [var levels]) => new Qsgd(Whole(levels, text)),
            ("qsgd", [var levels, "elias"]) => new Qsgd(Whole(levels, text)) { IsElias = true },
            ("qsgd", [var levels, var bucket]) => new Qsgd(Whole(levels, text), Whole(bucket, text)),
            ("qsgd", [var levels, var bucket, "elias"]) => new Qsgd(Whole(levels, text), Whole(bucket, text)) { IsElias = true },
            ("terngrad", []) => new TernGrad(),
            ("sign", []) => new ScaledSign { Precision = precision },
            ("onebit", []) => new OneBit { Precision = precision },
            ("onebit", [var block]) => new OneBit(Whole(block, text)) { Precision = precision },
            _ => throw new UserError("not a compressor", "compressor", $"'{text}'", Choices),
        };
    }

    private static bool AreFlags(string[] given, params string[] known) => given.All(known.Contains) && given.Distinct().Count() == given.Length;

    private static UserError NoBlocks(string text) =>
        new("no lengths of blocks", "compressor", $"'{text}'", "a model with layers", "take topk for a vector without blocks");

    private static int Whole(string number, string text) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is > 0 and <= 1 << 24
            ? value
            : throw new UserError("not a whole number from 1 to 16777216", "compressor", $"'{number}' in '{text}'", Choices);

    private static double Level(string number, string text) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && double.IsFinite(value)
            ? value
            : throw new UserError("not a threshold", "compressor", $"'{number}' in '{text}'", "a positive number such as threshold:0.1");
}
