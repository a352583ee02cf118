namespace Residuum.Distribution.Compressors;

/// <summary>Makes a vector small enough for the link, with a loss of known size.</summary>
/// <remarks>Both sides go on with the decoded message: <see cref="Compress"/> fills it as the receiver will read it, every rounding included. An instance
/// holds no state of a vector and is used by many threads at once; what it needs for a call lies in the message.</remarks>
public interface ICompressor
{
    /// <summary>Name as the command line spells it, such as <c>topk:12</c>.</summary>
    string Name { get; }

    /// <summary>What is promised of the loss.</summary>
    CompressorClass Class { get; }

    /// <summary>Whether C(s v) = s C(v) for s > 0, to rounding.</summary>
    bool IsHomogeneous { get; }

    /// <summary>Whether nothing is drawn.</summary>
    bool IsDeterministic { get; }

    /// <summary>α of a contractive compressor, E|C(v) - v|² ≤ (1 - α)|v|², or ω of an unbiased one, E|C(v) - v|² ≤ ω|v|²; NaN where none is known before the vector is.</summary>
    /// <param name="length">Length of the vectors.</param>
    double Constant(int length);

    /// <summary>C(v).</summary>
    /// <param name="vector">v; every number finite.</param>
    /// <param name="draw">Where random numbers come from.</param>
    /// <param name="message">Replaced by the message.</param>
    /// <exception cref="Numerics.Errors.NonFiniteException">A number of v is not finite.</exception>
    void Compress(ReadOnlySpan<double> vector, Draw draw, Message message);

    /// <summary>Writes a message of this compressor, bit for bit.</summary>
    /// <param name="message">What <see cref="Compress"/> made.</param>
    /// <param name="writer">Where to.</param>
    void Encode(Message message, BitWriter writer);

    /// <summary>Reads a message of this compressor: equal to what was encoded, in every bit.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="length">Length of the vector.</param>
    /// <param name="draw">That of the sender: what both can draw is not sent.</param>
    /// <param name="message">Replaced by the message.</param>
    void Decode(BitReader reader, int length, Draw draw, Message message);
}

/// <summary>What a compressor promises.</summary>
public enum CompressorClass
{
    /// <summary>E|C(v) - v|² ≤ (1 - α)|v|².</summary>
    Contractive,

    /// <summary>E C(v) = v and E|C(v) - v|² ≤ ω|v|².</summary>
    Unbiased,

    /// <summary>A bound on |C(v) - v| itself, or none.</summary>
    Absolute,
}

/// <summary>Key of the random numbers of one message; with <c>Worker</c> -1 those that all workers of a round share.</summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Round">Round.</param>
/// <param name="Worker">Worker.</param>
public readonly record struct Draw(long Seed, long Round, int Worker);
