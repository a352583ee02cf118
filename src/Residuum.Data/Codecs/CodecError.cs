namespace Residuum.Data.Codecs;

/// <summary>Makes the error of a damaged or unknown compressed block: what is wrong and, perhaps, what to do.</summary>
/// <param name="what">What is wrong.</param>
/// <param name="remedy">What the user can do.</param>
internal delegate FormatError CodecError(string what, string? remedy);
