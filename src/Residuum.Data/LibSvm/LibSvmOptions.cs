using Residuum.Numerics.Options;

namespace Residuum.Data.LibSvm;

/// <summary>How LIBSVM text is read.</summary>
public sealed record LibSvmOptions
{
    /// <summary>Largest number of features: what uses the data holds a dense vector of that length.</summary>
    internal const int MostFeatures = 1 << 28;

    /// <summary>Number of features; the largest index that occurs where null. Give it where test data lack the last features of the training data.</summary>
    public int? Features { get; init => field = value is { } count ? Require.Positive(count) : null; }

    /// <summary>Whether the first feature has the index 0; where null, it has if the index 0 occurs.</summary>
    public bool? ZeroBased { get; init; }
}
