namespace Residuum.Distribution.Compressors;

/// <summary>A compressor that keeps some of the numbers and drops the rest: a message is places and values.</summary>
/// <remarks>What is kept and what is dropped are orthogonal. So a compressor of the values alone can follow, and the constants multiply: see
/// <see cref="Composition"/>. Declared constants hold to the rounding of the values.</remarks>
public abstract class SelectingCompressor : ICompressor
{
    /// <summary>Format of the values.</summary>
    public ValuePrecision Precision { get; init; }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public virtual CompressorClass Class => CompressorClass.Contractive;

    /// <inheritdoc/>
    public virtual bool IsHomogeneous => true;

    /// <inheritdoc/>
    public virtual bool IsDeterministic => true;

    /// <inheritdoc/>
    public abstract double Constant(int length);

    /// <summary>How many numbers are kept, or -1 where the vector decides.</summary>
    /// <param name="length">Length of the vector.</param>
    public abstract int Count(int length);

    /// <summary>Fills a message with the kept numbers and their places, not rounded.</summary>
    /// <param name="vector">v.</param>
    /// <param name="draw">Where random numbers come from.</param>
    /// <param name="message">Replaced.</param>
    /// <exception cref="Numerics.Errors.NonFiniteException">A number of v is not finite.</exception>
    public abstract void Select(ReadOnlySpan<double> vector, Draw draw, Message message);

    /// <summary>Writes the places, as far as the receiver cannot know them.</summary>
    /// <param name="message">The message.</param>
    /// <param name="writer">Where to.</param>
    public abstract void EncodePlaces(Message message, BitWriter writer);

    /// <summary>Makes room in a message and fills its places.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="length">Length of the vector.</param>
    /// <param name="draw">That of the sender.</param>
    /// <param name="message">Replaced.</param>
    public abstract void DecodePlaces(BitReader reader, int length, Draw draw, Message message);

    /// <inheritdoc/>
    public void Compress(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        Select(vector, draw, message);
        foreach (ref double value in message.Values) value = Precision.Round(value);
    }

    /// <inheritdoc/>
    public void Encode(Message message, BitWriter writer)
    {
        ArgumentNullException.ThrowIfNull(message);
        EncodePlaces(message, writer);
        foreach (double value in message.Values) Precision.Write(writer, value);
    }

    /// <inheritdoc/>
    public void Decode(BitReader reader, int length, Draw draw, Message message)
    {
        DecodePlaces(reader, length, draw, message);
        foreach (ref double value in message.Values) value = Precision.Read(reader);
    }

    /// <summary>Takes the values at a message's places out of a vector.</summary>
    private protected void Take(ReadOnlySpan<double> vector, Draw draw, Message message, double factor = 1)
    {
        Span<int> places = message.Indices;
        Span<double> values = message.Values;
        for (int i = 0; i < places.Length; i++)
        {
            double value = vector[places[i]];
            if (!double.IsFinite(value)) throw Requirements.NotFinite(places[i], vector.Length, Name, draw);
            values[i] = factor * value;
        }
    }

    private protected static void WritePlaces(ReadOnlySpan<int> places, int start, int bits, BitWriter writer)
    {
        foreach (int place in places) writer.Write((ulong)(place - start), bits);
    }

    /// <summary>Reads places and refuses those that are not ascending within the block: a damaged message must not write elsewhere.</summary>
    private protected void ReadPlaces(Span<int> places, int start, int length, BitReader reader)
    {
        int bits = Requirements.BitsFor(length), previous = start - 1;
        foreach (ref int place in places)
        {
            ulong offset = reader.Read(bits);
            if (offset >= (ulong)length || start + (int)offset <= previous)
                throw new Numerics.Errors.UserError("a message is damaged", $"compressor {Name}", $"place {start + (long)offset} after {previous}", $"ascending places below {start + length}");
            previous = place = start + (int)offset;
        }
    }
}
