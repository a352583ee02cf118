namespace Residuum.Data.Arrays;

/// <summary>A named axis.</summary>
/// <param name="Name">Name, never used as a path.</param>
/// <param name="Length">Number of points.</param>
/// <param name="IsUnlimited">Whether records can be appended along it.</param>
public sealed record Dimension(string Name, long Length, bool IsUnlimited = false);
