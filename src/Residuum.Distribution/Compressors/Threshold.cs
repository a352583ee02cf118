using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Compressors;

/// <summary>Hard threshold: the numbers of magnitude t or more. Not contractive: every number of the error stays below t.</summary>
/// <remarks>32 + n (value bits + ⌈log2 d⌉) bits, n the number kept.</remarks>
public sealed class Threshold : SelectingCompressor
{
    private readonly double _level;

    /// <summary>Sets the threshold.</summary>
    /// <param name="level">t, positive and finite.</param>
    public Threshold(double level)
    {
        if (!(level > 0 && double.IsFinite(level))) throw new ArgumentOutOfRangeException(nameof(level), level, "positive and finite");
        _level = level;
    }

    /// <inheritdoc/>
    public override string Name => $"threshold:{_level.ToString("R", CultureInfo.InvariantCulture)}";

    /// <inheritdoc/>
    public override CompressorClass Class => CompressorClass.Absolute;

    /// <inheritdoc/>
    public override bool IsHomogeneous => false;

    /// <summary>NaN: the bound is on the error itself, |C(v) - v|² &lt; d t².</summary>
    /// <param name="length">Length of the vectors.</param>
    public override double Constant(int length) => double.NaN;

    /// <inheritdoc/>
    public override int Count(int length) => -1;

    /// <inheritdoc/>
    public override void Select(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Requirements.Finite(vector, Name, draw);
        int count = 0;
        foreach (double value in vector) count += Math.Abs(value) >= _level ? 1 : 0;
        message.Sparse(vector.Length, count);
        var places = message.Indices;
        for (int i = 0, next = 0; next < count; i++)
        {
            if (Math.Abs(vector[i]) >= _level) places[next++] = i;
        }
        Take(vector, draw, message);
    }

    /// <inheritdoc/>
    public override void EncodePlaces(Message message, BitWriter writer)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write((ulong)message.Indices.Length, 32);
        WritePlaces(message.Indices, 0, Requirements.BitsFor(message.Length), writer);
    }

    /// <inheritdoc/>
    public override void DecodePlaces(BitReader reader, int length, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(message);
        ulong count = reader.Read(32);
        if (count > (ulong)length) throw new UserError("a message is damaged", $"compressor {Name}", $"{count} places", $"at most {length}");
        message.Sparse(length, (int)count);
        ReadPlaces(message.Indices, 0, length, reader);
    }
}
